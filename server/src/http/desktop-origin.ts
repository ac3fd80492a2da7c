import type { FastifyInstance } from 'fastify';

/** The caseworker app's pages: the one other origin whose scripts may call the API, with a bearer token, no cookies. */
const DESKTOP_ORIGIN = 'app://bundle';

const HEADERS = 'Authorization, Content-Type, X-CSO-Client, X-Activity, Idempotency-Key, Last-Event-ID';

export function allowDesktopOrigin(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin !== DESKTOP_ORIGIN) return;
    void reply.headers({
      'Access-Control-Allow-Origin': DESKTOP_ORIGIN,
      'Access-Control-Expose-Headers': 'Retry-After',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      Vary: 'Origin',
    });
    if (request.method !== 'OPTIONS') return;
    void reply.headers({
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': '600',
    });
    return reply.status(204).send();
  });
}
