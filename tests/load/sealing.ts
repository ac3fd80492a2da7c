import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { readFileSync } from 'node:fs';

// The formats of security-rules 9.1 and 9.2, written once more: the measured server must read what is written here.

export interface Keys {
  readonly kekId: string;
  readonly kek: Buffer;
  readonly auditKey: Buffer;
  readonly tokenKey: Buffer;
}

export function readKeys(file: string): Keys {
  const { keks, auditKey, tokenKey } = JSON.parse(readFileSync(file, 'utf8'));
  const bytes = (text: string) => Buffer.from(text, 'base64');
  return {
    kekId: keks.current,
    kek: bytes(keks.ring[keks.current]),
    auditKey: bytes(auditKey),
    tokenKey: bytes(tokenKey),
  };
}

function box(key: Buffer | KeyObject, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(context));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

function unbox(key: Buffer | KeyObject, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

const wrapContext = (keyId: string, kekId: string) => `cso|v1|data_keys|wrappedKey|${keyId}|${kekId}`;
const fieldContext = (place: string, kekId: string, keyId: string) => `cso|v1|${place}|${kekId}/${keyId}`;

export const wrapKey = ({ kek, kekId }: Keys, keyId: string, key: Buffer): Buffer =>
  box(kek, key, wrapContext(keyId, kekId));

export const unwrapKey = ({ kek, kekId }: Keys, keyId: string, wrapped: Buffer): Buffer =>
  unbox(kek, wrapped, wrapContext(keyId, kekId));

export interface SealingKey {
  readonly kekId: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/** `place` is table, column and row, between bars. */
export function seal({ kekId, keyId, key }: SealingKey, place: string, text: string): Buffer {
  const header = Buffer.from(
    `\x01${String.fromCharCode(kekId.length)}${kekId}${String.fromCharCode(keyId.length)}${keyId}`,
    'latin1',
  );
  return Buffer.concat([header, box(key, Buffer.from(text), fieldContext(place, kekId, keyId))]);
}

export async function open(
  keyOf: (keyId: string) => KeyObject | Promise<KeyObject>,
  place: string,
  sealed: Buffer,
): Promise<string> {
  const kekEnd = 2 + sealed[1]!;
  const kekId = sealed.toString('latin1', 2, kekEnd);
  const keyEnd = kekEnd + 1 + sealed[kekEnd]!;
  const keyId = sealed.toString('latin1', kekEnd + 1, keyEnd);
  const key = await keyOf(keyId);
  return unbox(key, sealed.subarray(keyEnd), fieldContext(place, kekId, keyId)).toString();
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

export function signToken({ tokenKey }: Keys, sid: string): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sid })}`;
  return `${signed}.${createHmac('sha256', tokenKey).update(signed).digest('base64url')}`;
}

/** Gives the session's id. */
export function tokenReader({ tokenKey }: Keys): (token: string) => string {
  const key = createSecretKey(tokenKey);
  return (token) => {
    const end = token.lastIndexOf('.');
    const signed = token.slice(0, end);
    const mac = createHmac('sha256', key).update(signed).digest('base64url');
    if (mac !== token.slice(end + 1)) throw new Error('A token with a wrong signature');
    return JSON.parse(Buffer.from(signed.split('.')[1]!, 'base64url').toString()).sid;
  };
}
