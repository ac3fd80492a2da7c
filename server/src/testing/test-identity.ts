import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { PlatformModule } from '../app/platform.module.js';
import { AuditModule } from '../audit/index.js';
import { readSettings } from '../config/read-settings.js';
import { Keys } from '../crypto/keys.js';
import { PasswordHash } from '../crypto/password-hash.js';
import { Randomness } from '../crypto/randomness.js';
import { MailGateway, PhoneRisk, TextGateway, VoiceGateway } from '../gateways/index.js';
import { newHttpAdapter, surroundRequests } from '../http/http-server.js';
import { HttpModule } from '../http/http.module.js';
import { Log } from '../log/log.js';
import { CarersByAddress, IdentityModule, InvitedAddresses } from '../identity/index.js';
import { LimitsModule } from '../limits/index.js';
import { OutboxRelay } from '../notifications/index.js';
import { quickHash } from './quick-hash.js';
import { TestClient } from './test-client.js';
import { TestClock } from './test-clock.js';
import { emptyDatabase, type Engine } from './test-database.js';
import { TestGateways } from './test-outbox.js';

/** Everybody is invited and every worker sees every carer, unless the test says otherwise. */
export const ports = {
  isInvited: true,
  hasOpen: true,
  isVisible: true,
  carer: { id: '019c0000-0000-7000-8000-000000000001', teamId: null as string | null },
};

@Global()
@Module({
  providers: [
    {
      provide: InvitedAddresses,
      useValue: { isInvited: async () => ports.isInvited, hasOpen: async () => ports.hasOpen },
    },
    {
      provide: CarersByAddress,
      useValue: { find: async () => ports.carer, isVisibleTo: async () => ports.isVisible },
    },
  ],
  exports: [InvitedAddresses, CarersByAddress],
})
class TestPorts {}

/** Identity and staff alone on a database of their own, over HTTP, with recording gateways and a quick password hash. */
export async function openTestIdentity(engine: Engine, environment: Record<string, string> = {}) {
  const database = await emptyDatabase(engine);
  const folder = mkdtempSync(join(tmpdir(), 'cso-identity-'));
  const clock = new TestClock();
  const gateways = new TestGateways();
  const settings = readSettings({
    APP_MODE: 'demo',
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, 'data'),
    KEYS_FILE: join(folder, 'keys', 'keys.json'),
    // The tests vary their addresses as a proxy would tell them.
    TRUSTED_PROXY: '127.0.0.1',
    ...environment,
  });
  const log = new Log(clock, () => undefined);
  const platform = PlatformModule.with(settings, clock, log, 'migrated');
  const moduleRef = await Test.createTestingModule({
    imports: [platform, AuditModule, LimitsModule, HttpModule, IdentityModule, TestPorts],
  })
    .overrideProvider(MailGateway)
    .useValue(gateways.mail)
    .overrideProvider(TextGateway)
    .useValue(gateways.text)
    .overrideProvider(VoiceGateway)
    .useValue(gateways.voice)
    .overrideProvider(PhoneRisk)
    .useValue(gateways.phoneRisk)
    .overrideProvider(PasswordHash)
    .useFactory({ inject: [Keys, Randomness], factory: quickHash })
    .compile();
  const app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(settings), {
    bodyParser: false,
    logger: false,
  });
  await surroundRequests(app, settings, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    clock,
    gateways,
    settings,
    client: (kind: 'web' | 'desktop', ip = '203.0.113.7') => new TestClient(app, kind, ip),
    get: <T>(service: Type<T>): T => app.get(service, { strict: false }),
    /** Sends what waits in the outbox. */
    deliver: () => app.get(OutboxRelay, { strict: false }).drain(),
    close: async () => {
      await app.close();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestIdentity = Awaited<ReturnType<typeof openTestIdentity>>;
