import { describe, expect, it } from 'vitest';
import { parseDeepLink } from './deep-link';

const ID = '0190f3a1-7c3e-7d2a-9b1c-2f4e5a6b7c8d';

describe('a cso:// link', () => {
  it('carries a kind and an id', () => {
    expect(parseDeepLink(`cso://threads/${ID}`)).toEqual({ kind: 'threads', id: ID });
  });

  it.each([
    `cso://threads/${ID}/close`,
    `cso://threads/${ID}?server=https://evil.example`,
    `cso://threads/${ID}#x`,
    `cso://server/${ID}`,
    'cso://threads/1',
    `https://threads/${ID}`,
    '--cso://threads',
    '',
  ])('is ignored as %s', (text) => {
    expect(parseDeepLink(text)).toBeNull();
  });
});
