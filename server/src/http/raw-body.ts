import type { FastifyInstance } from 'fastify';

/**
 * Takes JSON alone, parsed by Fastify's own reader, which refuses the keys that reach into prototypes. Keeps the bytes:
 * gateways sign what they sent, not what it means.
 */
export function keepRawBody(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.rawBody = body as Buffer;
    if (body.length === 0) return done(null, undefined);
    return parseJson(request, body.toString('utf8'), done);
  });
}
