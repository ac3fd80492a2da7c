import type { FastifyInstance } from 'fastify';
import type { Log } from '../log/log.js';

/** One line for each API request: the operation's path pattern, never the address that was asked for. */
export function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onResponse', async (request, reply) => {
    const pattern = request.routeOptions.url ?? 'unmatched';
    if (!pattern.startsWith('/api/')) return;
    log.info('request', {
      requestId: request.id,
      method: request.method,
      path: pattern,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
