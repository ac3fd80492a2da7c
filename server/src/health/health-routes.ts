import type { FastifyInstance } from 'fastify';
import type { Health } from './health.js';

/** Plain Fastify routes beside the API: an orchestrator asks them with no session and no header. */
export function addHealthRoutes(server: FastifyInstance, health: Health): void {
  server.get('/health/live', async () => ({ isLive: true }));
  server.get('/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.status(readiness.isReady ? 200 : 503).send(readiness);
  });
}
