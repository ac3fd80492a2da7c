import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '../clock/clock.js';
import type { Settings } from '../config/settings.js';
import { Health } from '../health/health.js';
import { addHealthRoutes } from '../health/health-routes.js';
import { allowDesktopOrigin } from '../http/desktop-origin.js';
import type { Log } from '../http/log.js';
import { keepRawBody } from '../http/raw-body.js';
import { logRequests } from '../http/request-log.js';
import { addSecurityHeaders } from '../http/security-headers.js';
import { AppModule } from './app.module.js';
import { openApiOf } from './open-api.js';
import { serveSites } from './static-sites.js';

/** Largest JSON body, in bytes; documents have their own way in. */
const BODY_LIMIT = 1024 * 1024;

/** Builds the server, ready to listen; nothing of it depends on the process that runs it, so tests build it too. */
export async function createServer(
  settings: Settings,
  clock: Clock,
  log: Log,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, clock, log),
    adapter,
    {
      logger: ['error', 'fatal'],
      bodyParser: false,
      abortOnError: false,
    },
  );
  const server = adapter.getInstance();
  server.publicOrigin = settings.publicOrigin;
  keepRawBody(server);
  await app.register(fastifyCookie);
  allowDesktopOrigin(server);
  addSecurityHeaders(server, settings.publicOrigin.startsWith('https://'));
  logRequests(server, log);
  addHealthRoutes(server, app.get(Health));
  await serveSites(server, settings.mode === 'demo');
  await app.init();
  const document = openApiOf(app, settings.serviceName);
  server.get('/api/openapi.json', async () => document);
  return app;
}
