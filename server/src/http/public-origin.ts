import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    publicOrigin?: string;
  }
}

/** The origin in cookies and links; decides whether a cookie is bound to https. */
export const publicOriginOf = (server: FastifyInstance): string => server.publicOrigin ?? '';
