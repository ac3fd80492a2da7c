import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '../clock/clock.js';
import type { Settings } from '../config/settings.js';
import { Health } from '../health/health.js';
import { addHealthRoutes } from '../health/health-routes.js';
import { newHttpAdapter, surroundRequests } from '../http/http-server.js';
import type { Log } from '../log/log.js';
import { AppModule } from './app.module.js';
import { openApiOf } from './open-api.js';
import { builtSites, serveSites } from './static-sites.js';

/** Builds the server, ready to listen; nothing of it depends on the process that runs it, so tests build it too. */
export async function createServer(
  settings: Settings,
  clock: Clock,
  log: Log,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, clock, log),
    newHttpAdapter(settings),
    // A failed start is thrown to the caller, who reports it in one line of the log.
    { logger: false, bodyParser: false, abortOnError: false },
  );
  return prepareServer(app, settings, log);
}

/** Puts what surrounds the features around them and starts them. */
export async function prepareServer(
  app: NestFastifyApplication,
  settings: Settings,
  log: Log,
): Promise<NestFastifyApplication> {
  await surroundRequests(app, settings, log);
  const server = app.getHttpAdapter().getInstance();
  addHealthRoutes(server, app.get(Health));
  await serveSites(server, builtSites(settings.mode === 'demo'));
  await app.init();
  const document = openApiOf(app, settings.serviceName);
  server.get('/api/openapi.json', async () => document);
  return app;
}
