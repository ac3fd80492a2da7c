import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { type Keks, Keys } from './keys.js';

const keyBytes = 32;
const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === keyBytes, {
  error: `must be ${keyBytes} bytes as base64`,
});
const kekId = z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be 1 to 32 of a-z, 0-9 and -');

/** The format of the file that KEYS_FILE names: JSON, every key as base64. */
const KeysFile = z
  .strictObject({
    version: z.literal(1),
    keks: z.strictObject({ current: kekId, ring: z.record(kekId, secret) }),
    pepper: secret,
    blindIndexKey: secret,
    auditKey: secret,
    tokenKey: secret,
    checkpoint: z.strictObject({ privateKey: z.base64(), publicKey: z.base64() }),
  })
  .refine(({ keks }) => keks.current in keks.ring, {
    path: ['keks', 'current'],
    error: 'is not in the ring',
  });
type KeysFile = z.infer<typeof KeysFile>;

/**
 * Writes a file of new keys, readable by its owner alone. Throws EEXIST rather than overwrite: without its keys the data
 * is lost. Keep the file outside DATA_DIR and out of the database's backups (security-rules 9.1).
 */
export async function createKeysFile(path: string): Promise<void> {
  const checkpoint = generateKeyPairSync('ed25519');
  const firstKek = newKekId();
  await writePrivately(path, {
    version: 1,
    keks: { current: firstKek, ring: { [firstKek]: newSecret() } },
    pepper: newSecret(),
    blindIndexKey: newSecret(),
    auditKey: newSecret(),
    tokenKey: newSecret(),
    checkpoint: {
      privateKey: checkpoint.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      publicKey: checkpoint.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    },
  });
}

/** Reads and checks the file. Throws one line that names the file and every entry at fault, never a key. */
export async function readKeysFile(path: string): Promise<Keys> {
  const file = await parseFile(path);
  return new Keys(
    keksOf(file),
    decode(file.pepper),
    decode(file.blindIndexKey),
    decode(file.auditKey),
    decode(file.tokenKey),
    readCheckpoint(path, file.checkpoint),
    async () => keksOf(await parseFile(path)),
  );
}

function keksOf({ keks: { current, ring } }: KeysFile): Keks {
  return { current, ring: new Map(Object.entries(ring).map(([id, key]) => [id, decode(key)])) };
}

/**
 * Adds a new key-encryption key and makes it the current one; gives its id. The old ones stay, for the data keys they
 * still wrap, until `DataKeyRing.rewrapNext` has found none left.
 */
export async function rotateKek(path: string): Promise<string> {
  const file = await parseFile(path);
  const id = newKekId();
  const keks = { current: id, ring: { ...file.keks.ring, [id]: newSecret() } };
  const replacement = `${path}.new`;
  await rm(replacement, { force: true });
  await writePrivately(replacement, { ...file, keks });
  // Root may rotate the keys of a server that runs as somebody else, who must be able to read them again.
  const { uid, gid } = await stat(path);
  await chown(replacement, uid, gid);
  await rename(replacement, path);
  return id;
}

async function parseFile(path: string): Promise<KeysFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The keys file ${path} cannot be read (${error.code})`);
  });
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`The keys file ${path} is open to other users: run chmod 600 on it`);
  }
  const parsed = KeysFile.safeParse(parseJson(path, text), {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `at ${issue.path.join('.') || 'its top level'}: ${issue.message}`,
  );
  throw new Error(`The keys file ${path} is wrong ${faults.join('; ')}`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the text, keys and all.
    throw new Error(`The keys file ${path} is not JSON`);
  }
}

function readCheckpoint(
  path: string,
  pair: KeysFile['checkpoint'],
): { privateKey: KeyObject; publicKey: KeyObject } {
  try {
    const privateKey = createPrivateKey({ key: decode(pair.privateKey), type: 'pkcs8', format: 'der' });
    const publicKey = createPublicKey({ key: decode(pair.publicKey), type: 'spki', format: 'der' });
    if (privateKey.asymmetricKeyType === 'ed25519' && createPublicKey(privateKey).equals(publicKey)) {
      return { privateKey, publicKey };
    }
  } catch {
    // Falls through to the same message: OpenSSL's would say nothing to an administrator.
  }
  throw new Error(`The keys file ${path} is wrong at checkpoint: must be one Ed25519 pair`);
}

/** `wx` refuses an existing file; the sync keeps the keys through a power cut. */
async function writePrivately(path: string, content: KeysFile): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

function newSecret(): string {
  return randomBytes(keyBytes).toString('base64');
}

function newKekId(): string {
  return `kek-${randomBytes(4).toString('hex')}`;
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
