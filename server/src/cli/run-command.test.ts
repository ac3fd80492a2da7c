import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsSchema } from '../config/settings.js';
import { migrations } from '../database/migrations/index.js';
import { NodeSqlite } from '../database/node-sqlite.js';
import { runCommand } from './run-command.js';

// Most of these open a whole server, more than once.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cso-cli-'));
  vi.stubEnv('APP_MODE', 'demo');
  vi.stubEnv('PORT', '1');
  vi.stubEnv('DATA_DIR', path.join(folder, 'data'));
  vi.stubEnv('KEYS_FILE', path.join(folder, 'keys.json'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command that somebody typed: its exit code and what it printed. */
async function cso(typed: string): Promise<{ code: number; printed: string }> {
  const lines: string[] = [];
  const code = await runCommand(typed.split(' '), (line) => void lines.push(line));
  return { code, printed: lines.join('\n') };
}

describe('wrong use', () => {
  it.each(['', 'worker', 'worker remove', 'audit', 'toString', 'constructor', '__proto__', '--help'])(
    'of "%s" lists the commands and exits 2',
    async (typed) => {
      const { code, printed } = await cso(typed);
      expect(code).toBe(2);
      expect(printed).toMatch(/^Commands:\n/);
      expect(printed).toContain('worker add');
    },
  );

  it.each(['keys init --force', 'config PORT', 'audit verify all', 'demo reset now'])(
    'of "%s" exits 2 and does nothing',
    async (typed) => {
      expect(await cso(typed)).toEqual({ code: 2, printed: 'This command takes no more words.' });
      expect(existsSync(path.join(folder, 'keys.json'))).toBe(false);
    },
  );

  it.each([
    'worker add',
    'worker add --first-name Ada --last-name Byron --role admin',
    'worker add --first-name Ada --last-name Byron --email ada --role admin',
    'worker add --first-name Ada --last-name Byron --email ada@council.example --role king',
    'worker add --first-name Ada --last-name Byron --email ada@council.example --role admin --password x',
    'worker add Ada',
  ])('of "%s" exits 2 and says how', async (typed) => {
    const { code, printed } = await cso(typed);
    expect(code).toBe(2);
    expect(printed).toMatch(/^worker add --first-name N/);
  });
});

describe('wrong settings', () => {
  it.each(['doctor', 'migrate', 'audit verify', 'keys init', 'keys status', 'demo reset'])(
    'fail %s and are named',
    async (typed) => {
      vi.stubEnv('HOST', '0.0.0.0');
      const { code, printed } = await cso(typed);
      expect(code).toBe(1);
      expect(printed).toMatch(/^HOST: .+$/);
    },
  );

  it('name the keys file that is missing in production', async () => {
    vi.stubEnv('APP_MODE', 'production');
    const needed = {
      DATABASE_URL: `sqlite:${path.join(folder, 'cso.sqlite')}`,
      PUBLIC_ORIGIN: 'https://portal.example',
      SMTP_URL: 'smtps://mail.example',
      MAIL_FROM: 'no-reply@council.example',
      TEXT_GATEWAY_URL: 'https://text.example',
      TEXT_GATEWAY_TOKEN: 'text-token-of-some-length',
      VOICE_GATEWAY_URL: 'https://voice.example',
      VOICE_GATEWAY_TOKEN: 'voice-token-of-some-length',
      VOICE_WEBHOOK_SECRET: 'a-webhook-secret-of-thirty-two-chars',
    };
    for (const [name, value] of Object.entries(needed)) vi.stubEnv(name, value);
    const { code, printed } = await cso('doctor');
    expect(code).toBe(1);
    expect(printed).toMatch(/^KEYS_FILE: The keys file .+ cannot be read \(ENOENT\)$/);
    expect(existsSync(path.join(folder, 'keys.json'))).toBe(false);
  });
});

describe('config', () => {
  it('prints every setting with its default and meaning', async () => {
    const { code, printed } = await cso('config');
    expect(code).toBe(0);
    const lines = printed.split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(Object.keys(settingsSchema.shape));
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+ +\S.* {2,}\S.{5,}/);
    expect(printed).toMatch(/^PORT +3000 +/m);
    expect(printed).toMatch(/^FOUR_EYES_ACTIVATION +on +/m);
  });
});

describe('keys', () => {
  it('are made once and never overwritten', async () => {
    expect((await cso('keys init')).code).toBe(0);
    const made = readFileSync(path.join(folder, 'keys.json'), 'utf8');
    const again = await cso('keys init');
    expect(again.code).toBe(1);
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe(made);
    for (const secret of made.match(/[A-Za-z0-9+/]{40,}=*/g)!) expect(again.printed).not.toContain(secret);
  });

  it('are rotated, and their status tells which one is in use', async () => {
    expect((await cso('keys status')).code).toBe(1);
    await cso('keys init');
    const before = await cso('keys status');
    expect(before.printed).toMatch(/^kek-\w+ current$/);
    await cso('demo reset');
    const rotated = await cso('keys rotate');
    expect(rotated.code).toBe(0);
    expect(rotated.printed).toMatch(/Wrapped [1-9]\d* data keys anew/);
    const after = await cso('keys status');
    expect(after.printed).toContain(before.printed.replace('current', 'for data keys not yet re-wrapped'));
    expect((await cso('doctor')).code).toBe(0);
  });
});

const ada = 'worker add --first-name Ada --last-name Byron --email ada@council.example --role admin';

const tables = () => {
  const sqlite = new NodeSqlite(path.join(folder, 'data', 'cso.sqlite'));
  const rows = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  sqlite.close();
  return rows;
};

describe('a command that looks', () => {
  it('leaves a database of an older version as it is, and doctor says what is pending', async () => {
    const { code, printed } = await cso('doctor');
    expect(code).toBe(1);
    expect(printed).toMatch(/^database +ready$/m);
    expect(printed.match(/^pending +\w+$/gm)).toHaveLength(migrations.length);
    const refusal = { code: 1, printed: 'The database does not fit this version yet: run migrate first.' };
    expect(await cso('audit verify')).toEqual(refusal);
    expect(await cso(ada)).toEqual(refusal);
    expect(tables()).toEqual([]);
  });

  it('seeds no demo council and signs no checkpoint', async () => {
    await cso('migrate');
    await cso('doctor');
    await cso(ada);
    await cso('audit verify');
    const sqlite = new NodeSqlite(path.join(folder, 'data', 'cso.sqlite'));
    expect(sqlite.prepare('SELECT COUNT(*) AS workers FROM workers').all()).toEqual([{ workers: 1 }]);
    sqlite.close();
    expect(existsSync(path.join(folder, 'data', 'audit'))).toBe(false);
  });
});

describe('worker add', () => {
  beforeEach(() => cso('migrate'));

  it('prints a link that works once, and no other secret', async () => {
    const { code, printed } = await cso(`${ada} --team Norwich`);
    expect(code).toBe(0);
    expect(printed.match(/http:\/\/localhost:1\/set-password#[\w-]{43}$/g)).toHaveLength(1);
    expect(printed).not.toMatch(/password:|ada@council/i);
  });

  it('adds nobody twice', async () => {
    await cso(ada);
    expect(await cso(ada)).toMatchObject({ code: 1, printed: 'EMAIL_TAKEN' });
  });
});

describe('audit verify', () => {
  beforeEach(() => cso('migrate'));

  it('exits 0 while the log is intact and 1 with the first bad event once it is not', async () => {
    await cso(ada);
    const intact = await cso('audit verify');
    expect(intact.code).toBe(0);
    expect(intact.printed).toMatch(/^The audit log is intact: [1-9]\d* events\.$/);

    const sqlite = new NodeSqlite(path.join(folder, 'data', 'cso.sqlite'));
    sqlite.exec(`UPDATE audit_events SET action = 'worker.removed' WHERE seq = 1`);
    sqlite.close();
    expect(await cso('audit verify')).toEqual({ code: 1, printed: 'The audit log is broken at event 1.' });
  });
});

describe('demo reset', () => {
  it('forgets what happened', async () => {
    await cso('migrate');
    await cso(ada);
    expect((await cso('demo reset')).code).toBe(0);
    expect((await cso(ada)).code).toBe(0);
  });

  it('refuses while the demo is running', async () => {
    const demo = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => demo.once('listening', resolve));
    vi.stubEnv('PORT', String((demo.address() as AddressInfo).port));
    const marker = path.join(folder, 'data');
    await cso('migrate');
    const { code, printed } = await cso('demo reset');
    demo.close();
    expect(code).toBe(1);
    expect(printed).toContain('Stop it first');
    expect(existsSync(path.join(marker, 'cso.sqlite'))).toBe(true);
  });

  it('refuses a database that is not the embedded one', async () => {
    vi.stubEnv('DATABASE_URL', 'mysql://cso@127.0.0.1:1/cso');
    const { code, printed } = await cso('demo reset');
    expect(code).toBe(1);
    expect(printed).toBe('Only a demo on the embedded database is reset.');
  });
});

const built = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

describe.runIf(existsSync(built))('the built command', () => {
  it('leaves its exit code to the shell', () => {
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [built, ...words], { cwd: folder, encoding: 'utf8' });
    expect(run('nothing')).toMatchObject({ status: 2 });
    expect(run('config')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(path.join(folder, 'keys.json'), '{}', { mode: 0o600 });
    expect(run('keys', 'status')).toMatchObject({ status: 1, stderr: '' });
  });
});
