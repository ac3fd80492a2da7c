import { DataKeyMissing, type DataKeyRing, type OpenDataKey } from './data-keys.js';
import type { Randomness } from './randomness.js';
import { DecryptionFailed, seal, unseal } from './sealed-box.js';

export { DecryptionFailed } from './sealed-box.js';

/** Where a field stands. It is bound into the ciphertext, so that a value copied to another place does not open. */
export interface FieldPlace {
  table: string;
  column: string;
  rowId: string;
}

const version = 1;

/**
 * Encrypts single fields with AES-256-GCM under a data key (security-rules 9.1). The result goes into a `bytesColumn`:
 * version (1 byte), id of the key-encryption key at the time of writing, id of the data key, each led by its length
 * (1 byte), then nonce, tag and ciphertext. 29 bytes and the two ids longer than the field.
 */
export class FieldCipher {
  constructor(
    private readonly dataKeys: DataKeyRing,
    private readonly randomness: Randomness,
  ) {}

  /** Encrypts text under the data key `keyId`. Throws `DataKeyMissing` and `DataKeyDestroyed`. */
  encryptText(text: string, place: FieldPlace, keyId: string): Promise<Buffer> {
    return this.encryptBytes(Buffer.from(text, 'utf8'), place, keyId);
  }

  /**
   * The text of an encrypted field. Throws `DecryptionFailed` when any bit of it, its place or its key is not what it
   * was, and `DataKeyDestroyed` when its key was destroyed.
   */
  async decryptText(sealed: Buffer, place: FieldPlace): Promise<string> {
    return (await this.decryptBytes(sealed, place)).toString('utf8');
  }

  /** As `encryptText`, for bytes. */
  async encryptBytes(plain: Buffer, place: FieldPlace, keyId: string): Promise<Buffer> {
    const { id, kekId, key } = await this.dataKeys.open(keyId);
    const header = Buffer.concat([Buffer.from([version]), lengthAnd(kekId), lengthAnd(id)]);
    return Buffer.concat([header, seal(key, plain, fieldContext(place, kekId, id), this.randomness)]);
  }

  /** As `decryptText`, for bytes. */
  async decryptBytes(sealed: Buffer, place: FieldPlace): Promise<Buffer> {
    const { kekId, keyId, box } = readHeader(sealed);
    const { key } = await this.openNamedKey(keyId);
    return unseal(key, box, fieldContext(place, kekId, keyId));
  }

  /** A key that never was means that the header was changed: destroyed keys leave their row behind. */
  private async openNamedKey(keyId: string): Promise<OpenDataKey> {
    try {
      return await this.dataKeys.open(keyId);
    } catch (error) {
      throw error instanceof DataKeyMissing ? new DecryptionFailed() : error;
    }
  }
}

/** Both key ids are in, so that the whole header is authenticated. */
function fieldContext({ table, column, rowId }: FieldPlace, kekId: string, keyId: string): string {
  return `cso|v1|${table}|${column}|${rowId}|${kekId}/${keyId}`;
}

function lengthAnd(id: string): Buffer {
  const bytes = Buffer.from(id, 'ascii');
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function readHeader(sealed: Buffer): { kekId: string; keyId: string; box: Buffer } {
  if (sealed[0] !== version) throw new DecryptionFailed();
  const kek = readId(sealed, 1);
  const dataKey = readId(sealed, kek.end);
  return { kekId: kek.id, keyId: dataKey.id, box: sealed.subarray(dataKey.end) };
}

function readId(sealed: Buffer, start: number): { id: string; end: number } {
  const end = start + 1 + (sealed[start] ?? 0);
  const id = sealed.toString('latin1', start + 1, end);
  if (end > sealed.length || !/^[a-z0-9-]+$/.test(id)) throw new DecryptionFailed();
  return { id, end };
}
