import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    publicOrigin?: string;
  }
}

/** The origin in cookies and links; decides whether a cookie is bound to https. */
export function publicOriginOf({ publicOrigin }: FastifyInstance): string {
  if (publicOrigin === undefined) throw new Error('The server was built without surroundRequests');
  return publicOrigin;
}
