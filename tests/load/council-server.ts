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

const run = promisify(execFile);

/** A database with a council's data, and the settings of a server on it. */
export interface FilledCouncil {
  readonly size: Size;
  readonly folder: string;
  readonly settings: Record<string, string>;
}

/** Migrates the empty database by the product's own command and fills it. */
export async function fillCouncil(size: Size, databaseUrl: string): Promise<FilledCouncil> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-load-'));
  mkdirSync(path.join(folder, 'keys'));
  const settings = production(folder, databaseUrl, await freePort());
  for (const words of [['keys', 'init'], ['migrate']])
    await run(process.execPath, [built('cli/main.js'), ...words], { env: settings });
  const connection = await connect(databaseUrl);
  await fill(connection, readKeys(settings['KEYS_FILE']!), size);
  await connection.end();
  return { size, folder, settings };
}

/** The product's server on it, and the limit beside it. */
export interface MeasuredCouncil {
  readonly size: Size;
  readonly keys: Keys;
  readonly connection: Connection;
  readonly product: Program;
  readonly limit: Program;
  stop(): Promise<void>;
}

/** Starts both servers. */
export async function serve({ size, folder, settings }: FilledCouncil): Promise<MeasuredCouncil> {
  const connection = await connect(settings['DATABASE_URL']!);
  const profile = process.env['CSO_LOAD_PROFILE'];
  const product = await Program.start(
    `http://127.0.0.1:${settings['PORT']}`,
    [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), built('main.js')],
    settings,
  );
  const limitPort = await freePort();
  const limit = await Program.start(
    `http://127.0.0.1:${limitPort}`,
    [fileURLToPath(new URL('limit.ts', import.meta.url))],
    { ...settings, PORT: String(limitPort) },
  );
  return {
    size,
    keys: readKeys(settings['KEYS_FILE']!),
    connection,
    product,
    limit,
    stop: async () => {
      await Promise.all([product.stop(), limit.stop(), connection.end()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const built = (file: string) => fileURLToPath(new URL(`../../server/dist/${file}`, import.meta.url));

const connect = (uri: string) => createConnection({ uri, flags: ['+LOCAL_FILES'], timezone: 'Z' });

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
