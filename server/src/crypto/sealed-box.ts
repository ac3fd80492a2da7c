import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import type { Randomness } from './randomness.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** An encrypted value is wrong, was changed, or stands in another place than it was written for. */
export class DecryptionFailed extends Error {
  constructor() {
    super('A stored value could not be decrypted');
    this.name = 'DecryptionFailed';
  }
}

/** AES-256-GCM: a random 96-bit nonce, the tag, then the ciphertext. `context` must be the same to open it. */
export function seal(
  key: Buffer | KeyObject,
  plain: Buffer,
  context: string,
  randomness: Randomness,
): Buffer {
  const nonce = randomness.bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** The plain bytes of a sealed box. Throws `DecryptionFailed` for a wrong key, a wrong context or any changed bit. */
export function unseal(key: Buffer | KeyObject, box: Buffer, context: string): Buffer {
  if (box.length < nonceBytes + tagBytes) throw new DecryptionFailed();
  const decipher = createDecipheriv(algorithm, key, box.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(box.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new DecryptionFailed();
  }
}
