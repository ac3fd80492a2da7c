import { sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeysFile, readKeysFile, rotateKek } from './keys-file.js';

interface RawFile {
  version: number;
  keks: { current: string };
  checkpoint: { publicKey: string };
  [entry: string]: unknown;
}

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cso-keys-'));
  path = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function edit(change: (file: RawFile) => void): Promise<void> {
  await createKeysFile(path);
  const file = JSON.parse(await readFile(path, 'utf8')) as RawFile;
  change(file);
  await writeFile(path, JSON.stringify(file));
}

it('creates keys that differ from each other, for its owner alone', async () => {
  await createKeysFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const keys = await readKeysFile(path);
  const secrets = [keys.pepper, keys.blindIndexKey, keys.auditKey, keys.tokenKey, ...keys.keks.ring.values()];
  expect(secrets.map((secret) => secret.length)).toEqual([32, 32, 32, 32, 32]);
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(5);
  const signature = sign(null, Buffer.from('x'), keys.checkpoint.privateKey);
  expect(verify(null, Buffer.from('x'), keys.checkpoint.publicKey, signature)).toBe(true);
});

it('never overwrites a keys file', async () => {
  await createKeysFile(path);
  const before = await readFile(path, 'utf8');
  await expect(createKeysFile(path)).rejects.toThrow('EEXIST');
  expect(await readFile(path, 'utf8')).toBe(before);
});

it('adds a current key-encryption key and keeps the old one', async () => {
  await createKeysFile(path);
  const before = await readKeysFile(path);
  const id = await rotateKek(path);
  const after = await readKeysFile(path);
  expect(after.keks.current).toBe(id);
  expect([...after.keks.ring.keys()].sort()).toEqual([before.keks.current, id].sort());
  expect(after.pepper).toEqual(before.pepper);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it.each([
  ['a short key', 'pepper', (file: RawFile) => (file.pepper = Buffer.alloc(31).toString('base64'))],
  ['text that is not base64', 'auditKey', (file: RawFile) => (file.auditKey = 'ä'.repeat(44))],
  ['a missing key', 'tokenKey', (file: RawFile) => delete file.tokenKey],
  ['a current key outside the ring', 'keks.current', (file: RawFile) => (file.keks.current = 'absent')],
  ['an unknown version', 'version', (file: RawFile) => (file.version = 2)],
  ['a checkpoint key of another pair', 'checkpoint', (file: RawFile) => (file.checkpoint.publicKey = 'AAAA')],
])('names the entry at fault: %s', async (_fault, entry, change) => {
  await edit(change);
  await expect(readKeysFile(path)).rejects.toThrow(`is wrong at ${entry}:`);
});

it('names every entry at fault, and says when one is missing', async () => {
  await edit((file) => {
    delete file.tokenKey;
    file.pepper = 'c2hvcnQ=';
    file.spare = 'c2hvcnQ=';
  });
  await expect(readKeysFile(path)).rejects.toThrow(
    /is wrong at pepper: must be 32 bytes as base64; at tokenKey: is missing; at its top level: .*"spare"$/,
  );
});

it('quotes no key when the file is not JSON', async () => {
  await writeFile(path, '{"pepper": "c2VjcmV0"', { mode: 0o600 });
  const failure = await readKeysFile(path).catch(String);
  expect(failure).toContain('is not JSON');
  expect(failure).not.toContain('c2Vj');
});

it('says when the file is absent', async () => {
  await expect(readKeysFile(path)).rejects.toThrow(`The keys file ${path} cannot be read (ENOENT)`);
});

it('refuses a file that other users can read', async () => {
  await createKeysFile(path);
  await chmod(path, 0o640);
  await expect(readKeysFile(path)).rejects.toThrow('chmod 600');
});
