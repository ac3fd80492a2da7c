import { route } from '@cso/contract';
import { Controller, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { Public } from '../http/access.js';
import { SignedBySender } from '../http/client-header.guard.js';
import { Endpoint } from '../http/endpoint.js';
import { newHttpAdapter, surroundRequests } from '../http/http-server.js';
import { HttpModule } from '../http/http.module.js';
import { Log } from '../log/log.js';
import type { RequestContext } from '../request/request-context.js';
import { TestClock } from './test-clock.js';

const reply = z.object({ said: z.array(z.unknown()), nested: z.object({ id: z.string() }) });
const body = z.strictObject({ name: z.string().min(1).max(10) });
export const letterRoutes = {
  rename: route({
    operationId: 'renameLetter',
    method: 'POST',
    path: '/api/letters/:id',
    summary: 'Renames a letter',
    params: z.strictObject({ id: z.string().max(40) }),
    query: z.strictObject({ copies: z.coerce.number().max(9) }),
    body,
    reply,
  }),
  read: route({
    operationId: 'readLetters',
    method: 'GET',
    path: '/api/letters',
    summary: 'Reads letters',
    reply,
  }),
  burn: route({
    operationId: 'burnLetter',
    method: 'DELETE',
    path: '/api/letters',
    summary: 'Burns',
  }),
  report: route({
    operationId: 'reportLetter',
    method: 'POST',
    path: '/api/reports',
    summary: 'Reports',
    body,
  }),
};

/** What the next reading of letters fails with, if it shall fail. */
export const next: { failure: unknown } = { failure: undefined };

@Controller()
export class LettersController {
  @Endpoint(letterRoutes.rename)
  @Public()
  async rename(
    params: { id: string },
    query: { copies: number },
    letter: { name: string },
    context: RequestContext,
  ) {
    const said = [params, query, letter, { ip: context.ip, client: context.client }];
    const nested = { id: params.id, secret: 'Featherstone' };
    return { said, nested, secret: 'Featherstone' };
  }

  @Endpoint(letterRoutes.read)
  @Public()
  async read(context: RequestContext) {
    if (next.failure) throw next.failure;
    return { said: [context.actor.kind, context.deviceId], nested: { id: 'a' } };
  }

  @Endpoint(letterRoutes.burn)
  @Public()
  async burn(context: RequestContext) {
    context.giveSession('token-1');
    context.rememberDevice('device-1');
    context.clearSiteStorage();
  }

  @Endpoint(letterRoutes.report)
  @SignedBySender(true)
  @Public()
  async report(_letter: { name: string }, context: RequestContext) {
    context.giveSession(null);
  }
}

/** The log's lines of the running test. */
export const lines: string[] = [];
const opened: NestFastifyApplication[] = [];
afterEach(async () => {
  next.failure = undefined;
  lines.length = 0;
  for (const app of opened.splice(0)) await app.close();
});

/** A server with the product's surroundings around one controller; it closes itself after the test. */
export async function openHttp(
  controller: Type = LettersController,
  environment: Record<string, string> = {},
) {
  const settings = readSettings({ TRUSTED_PROXY: '127.0.0.1', ...environment });
  return openHttpWith(settings, controller);
}

export async function openHttpWith(settings: Settings, controller: Type = LettersController) {
  const log = new Log(new TestClock(), (line) => void lines.push(line));
  const logging = {
    module: class {},
    global: true,
    providers: [{ provide: Log, useValue: log }],
    exports: [Log],
  };
  const moduleRef = await Test.createTestingModule({
    imports: [logging, HttpModule],
    controllers: [controller],
  }).compile();
  const app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(settings), {
    bodyParser: false,
    logger: false,
  });
  opened.push(app);
  await surroundRequests(app, settings, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Of the portal, as its proxy passes them on. */
export const portalHeaders = { 'x-cso-client': 'web', 'x-forwarded-for': '203.0.113.7' };
