import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createConnection, type Connection } from 'mysql2/promise';
import type { Size } from './council.ts';
import { fill } from './fill.ts';
import { Program } from './program.ts';
import { readKeys, type Keys } from './sealing.ts';

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const run = promisify(execFile);

/** A council with its data, served by the product and by the limit beside it. */
export interface MeasuredCouncil {
  readonly size: Size;
  readonly keys: Keys;
  readonly connection: Connection;
  readonly product: Program;
  readonly limit: Program;
  stop(): Promise<void>;
}

/** Migrates the empty database by the product's own command, fills it, and starts both servers on it. */
export async function openCouncil(size: Size, databaseUrl: string): Promise<MeasuredCouncil> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-load-'));
  mkdirSync(path.join(folder, 'keys'));
  const port = await freePort();
  const settings = production(folder, databaseUrl, port);
  for (const words of [['keys', 'init'], ['migrate']]) {
    await run(process.execPath, [at('../../server/dist/cli/main.js'), ...words], { env: settings });
  }
  const keys = readKeys(settings['KEYS_FILE']!);
  const connection = await createConnection({ uri: databaseUrl, flags: ['+LOCAL_FILES'], timezone: 'Z' });
  await fill(connection, keys, size);
  const profile = process.env['CSO_LOAD_PROFILE'];
  const product = await Program.start(
    `http://127.0.0.1:${port}`,
    [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), at('../../server/dist/main.js')],
    settings,
  );
  const limitPort = await freePort();
  const limit = await Program.start(`http://127.0.0.1:${limitPort}`, [at('limit.ts')], {
    NODE_ENV: 'production',
    PORT: String(limitPort),
    DATABASE_URL: databaseUrl,
    KEYS_FILE: settings['KEYS_FILE']!,
  });
  return {
    size,
    keys,
    connection,
    product,
    limit,
    stop: async () => {
      await Promise.all([product.stop(), limit.stop(), connection.end()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Production's settings. Nothing is sent while it is measured, so nobody listens at the gateways' addresses. */
const production = (folder: string, databaseUrl: string, port: number): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  APP_MODE: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_ORIGIN: 'https://portal.council.example',
  DATABASE_URL: databaseUrl,
  DATA_DIR: path.join(folder, 'data'),
  KEYS_FILE: path.join(folder, 'keys', 'keys.json'),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'no-reply@council.example',
  TEXT_GATEWAY_URL: 'http://127.0.0.1:9',
  TEXT_GATEWAY_TOKEN: 'measured-text-gateway',
  VOICE_GATEWAY_URL: 'http://127.0.0.1:9',
  VOICE_GATEWAY_TOKEN: 'measured-voice-gateway',
  VOICE_WEBHOOK_SECRET: 'measured-voice-webhook-measured-voice',
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
