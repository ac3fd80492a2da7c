import fastify from 'fastify';
import { expect, it } from 'vitest';
import { publicOriginOf } from './public-origin.js';

it('fails for a server without the surroundings, where no cookie would be bound to https', () => {
  expect(() => publicOriginOf(fastify())).toThrow('surroundRequests');
});
