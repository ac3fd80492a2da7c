import { existsSync, writeFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createServer } from '../app/create-server.js';
import { environment } from '../config/environment.js';
import { readSettings } from '../config/read-settings.js';
import { Log } from '../log/log.js';
import { ADD_ADA, commandLine } from '../testing/command-line.js';
import { TestClock } from '../testing/test-clock.js';

const { inFolder, cso } = commandLine();

describe('demo reset', () => {
  it('forgets what happened, and keeps nothing but the lock that it holds', async () => {
    await cso('migrate');
    await cso(ADD_ADA);
    writeFileSync(inFolder('data', 'server.log'), '');
    expect((await cso('demo reset')).code).toBe(0);
    expect(existsSync(inFolder('data', 'server.log'))).toBe(false);
    expect((await cso(ADD_ADA)).code).toBe(0);
  });

  it.each(['mysql://cso@127.0.0.1:1/cso', 'sqlite::memory:', 'elsewhere'])(
    'refuses a database that is not in DATA_DIR: %s',
    async (url) => {
      vi.stubEnv('DATABASE_URL', url === 'elsewhere' ? `sqlite:${inFolder('cso.sqlite')}` : url);
      expect(await cso('demo reset')).toEqual({
        code: 1,
        printed: 'Only a demo on the embedded database in DATA_DIR is reset.',
      });
    },
  );
});

describe('beside a running demo', () => {
  let server: NestFastifyApplication;
  afterEach(() => server.close());

  /** It need not listen: whatever its port, it has the folder. */
  async function start(): Promise<void> {
    const clock = new TestClock();
    server = await createServer(readSettings(environment()), clock, new Log(clock, () => undefined));
  }

  it('demo reset refuses with one line, and deletes nothing', async () => {
    await start();
    expect(await cso('demo reset')).toEqual({
      code: 1,
      printed: `DATA_DIR: ${inFolder('data')} is in use by a running server: stop that first, or choose another DATA_DIR`,
    });
    expect(existsSync(inFolder('data', 'cso.sqlite'))).toBe(true);
    await server.close();
    expect((await cso('demo reset')).code).toBe(0);
    await start();
  });

  it('the commands that look or are meant for it work, and leave it its folder', async () => {
    await start();
    for (const typed of ['doctor', 'migrate', 'audit verify', 'keys status', 'keys rotate', ADD_ADA]) {
      expect([typed, (await cso(typed)).code]).toEqual([typed, 0]);
    }
    expect((await cso('demo reset')).code).toBe(1);
  });
});
