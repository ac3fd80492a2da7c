import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../app/app.module.js';
import { prepareServer } from '../app/create-server.js';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { Keys } from '../crypto/keys.js';
import { PasswordHash } from '../crypto/password-hash.js';
import { Randomness } from '../crypto/randomness.js';
import { newHttpAdapter } from '../http/http-server.js';
import { Log } from '../log/log.js';
import { quickHash } from './quick-hash.js';
import { TestClient } from './test-client.js';
import { TestClock } from './test-clock.js';
import { emptyDatabase, type Engine } from './test-database.js';

/** A whole server on a database of its own, with a clock that the test moves. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  readonly keysFile: string;
  /** Every log line so far. */
  readonly log: readonly string[];
  /** A browser or desktop app of its own; requests come from `ip`. */
  client(kind: 'web' | 'desktop', options?: { ip?: string }): TestClient;
  get<T>(service: Type<T>): T;
  close(): Promise<void>;
}

/** Starts it in demo mode, with the demo's gateways and a quick password hash; `environment` changes single settings. */
export async function openTestApp(
  engine: Engine,
  environment: Record<string, string> = {},
): Promise<TestApp> {
  const database = await emptyDatabase(engine);
  const folder = mkdtempSync(join(tmpdir(), 'cso-app-'));
  const clock = new TestClock();
  const log: string[] = [];
  const settings = readSettings({
    APP_MODE: 'demo',
    PORT: '3000',
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, 'data'),
    KEYS_FILE: join(folder, 'keys', 'keys.json'),
    // The tests vary their addresses as a proxy would tell them.
    TRUSTED_PROXY: '127.0.0.1',
    ...environment,
  });
  const app = await createTestServer(settings, clock, new Log(clock, (line) => void log.push(line)));
  return {
    app,
    clock,
    databaseUrl: settings.databaseUrl,
    keysFile: settings.keysFile,
    log,
    client: (kind, options = {}) => new TestClient(app, kind, options.ip ?? '203.0.113.7'),
    get: (service) => app.get(service, { strict: false }),
    close: async () => {
      await app.close();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The whole server as `createServer` makes it, but for the cost of a password. */
async function createTestServer(
  settings: Settings,
  clock: TestClock,
  log: Log,
): Promise<NestFastifyApplication> {
  const moduleRef = await Test.createTestingModule({ imports: [AppModule.with(settings, clock, log)] })
    .overrideProvider(PasswordHash)
    .useFactory({ inject: [Keys, Randomness], factory: quickHash })
    .compile();
  const options = { logger: false, bodyParser: false } as const;
  const app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(settings), options);
  await prepareServer(app, settings, log);
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
