import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.js';

const { inFolder, cso } = commandLine();

interface KeysFile {
  keks: { current: string; ring: Record<string, string> };
  [entry: string]: unknown;
}
const keysFile = (): KeysFile => JSON.parse(readFileSync(inFolder('keys.json'), 'utf8'));

function editKeys(change: (file: KeysFile) => void): void {
  const file = keysFile();
  change(file);
  writeFileSync(inFolder('keys.json'), JSON.stringify(file));
}

describe('doctor', () => {
  it('names the keys that it checked, and what each is for, but no key', async () => {
    await cso('demo reset');
    const first = keysFile().keks.current;
    await cso('keys rotate');
    const { current } = keysFile().keks;
    const { code, printed } = await cso('doctor');
    expect(code).toBe(0);
    const lines = printed.split('\n').filter((line) => line.startsWith('key'));
    expect(lines).toEqual([
      `keys      ${inFolder('keys.json')}`,
      `key       ${first}   key-encryption key, for data keys not yet re-wrapped`,
      `key       ${current}   key-encryption key, the current one`,
      'key       pepper         secret in the hashes of passwords and codes',
      'key       blindIndexKey  finds encrypted e-mail addresses and phone numbers',
      'key       auditKey       chains the audit log',
      'key       tokenKey       signs session tokens',
      'key       checkpoint     Ed25519 pair that signs the audit checkpoints',
    ]);
    const secrets = readFileSync(inFolder('keys.json'), 'utf8').match(/[A-Za-z0-9+/]{40,}=*/g)!;
    expect(secrets).toHaveLength(8);
    for (const secret of secrets) expect(printed).not.toContain(secret);
  });

  it('names the keys that the file gets wrong', async () => {
    await cso('keys init');
    editKeys((file) => {
      file.pepper = 'c2hvcnQ=';
      delete file.tokenKey;
    });
    expect(await cso('doctor')).toEqual({
      code: 1,
      printed: `KEYS_FILE: The keys file ${inFolder('keys.json')} is wrong at pepper: must be 32 bytes as base64; at tokenKey: is missing`,
    });
  });

  it('names a key that the data needs and the file lacks', async () => {
    await cso('demo reset');
    const lost = keysFile().keks.current;
    editKeys(({ keks }) => {
      keks.ring = { 'kek-other': keks.ring[lost]! };
      keks.current = 'kek-other';
    });
    const { code, printed } = await cso('doctor');
    expect(code).toBe(1);
    expect(printed).toMatch(
      new RegExp(`^missing   ${lost}, which data keys in the database are wrapped under$`, 'm'),
    );
  });
});
