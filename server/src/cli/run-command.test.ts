import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsSchema } from '../config/settings.js';
import { migrations } from '../database/migrations/index.js';
import { NodeSqlite } from '../database/node-sqlite.js';
import { ADD_ADA, commandLine } from '../testing/command-line.js';

const { inFolder, cso } = commandLine();

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
      expect(existsSync(inFolder('keys.json'))).toBe(false);
    },
  );
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
      DATABASE_URL: `sqlite:${inFolder('cso.sqlite')}`,
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
    expect(existsSync(inFolder('keys.json'))).toBe(false);
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
    const made = readFileSync(inFolder('keys.json'), 'utf8');
    const again = await cso('keys init');
    expect(again.code).toBe(1);
    expect(readFileSync(inFolder('keys.json'), 'utf8')).toBe(made);
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

const tables = () => {
  const sqlite = new NodeSqlite(inFolder('data', 'cso.sqlite'));
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
    expect(await cso(ADD_ADA)).toEqual(refusal);
    expect(tables()).toEqual([]);
  });

  it('seeds no demo council and signs no checkpoint', async () => {
    await cso('migrate');
    await cso('doctor');
    await cso(ADD_ADA);
    await cso('audit verify');
    const sqlite = new NodeSqlite(inFolder('data', 'cso.sqlite'));
    expect(sqlite.prepare('SELECT COUNT(*) AS workers FROM workers').all()).toEqual([{ workers: 1 }]);
    sqlite.close();
    expect(existsSync(inFolder('data', 'audit'))).toBe(false);
  });
});

describe('audit verify', () => {
  beforeEach(() => cso('migrate'));

  it('exits 0 while the log is intact and 1 with the first bad event once it is not', async () => {
    await cso(ADD_ADA);
    const intact = await cso('audit verify');
    expect(intact.code).toBe(0);
    expect(intact.printed).toMatch(/^The audit log is intact: [1-9]\d* events\.$/);

    const sqlite = new NodeSqlite(inFolder('data', 'cso.sqlite'));
    sqlite.exec(`UPDATE audit_events SET action = 'worker.removed' WHERE seq = 1`);
    sqlite.close();
    expect(await cso('audit verify')).toEqual({ code: 1, printed: 'The audit log is broken at event 1.' });
  });
});

const built = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

describe.runIf(existsSync(built))('the built command', () => {
  it('leaves its exit code to the shell', () => {
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [built, ...words], { cwd: inFolder(), encoding: 'utf8' });
    expect(run('nothing')).toMatchObject({ status: 2 });
    expect(run('config')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(inFolder('keys.json'), '{}', { mode: 0o600 });
    expect(run('keys', 'status')).toMatchObject({ status: 1, stderr: '' });
  });
});
