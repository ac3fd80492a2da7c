import { beforeAll, describe, expect, it } from 'vitest';
import { CreateDataKeys1764000000000 } from '../database/migrations/1764000000000-create-data-keys.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { DataKey } from './data-key.entity.js';
import { DataKeyDestroyed, DataKeyRing, SERVICE_KEY } from './data-keys.js';
import { DecryptionFailed, FieldCipher, type FieldPlace } from './field-cipher.js';
import { Identifiers } from './identifiers.js';
import { Randomness } from './randomness.js';

const place: FieldPlace = { table: 'people', column: 'name', rowId: 'p1' };

describeOnEachDatabase('FieldCipher', (open) => {
  let ring: DataKeyRing;
  let cipher: FieldCipher;

  beforeAll(async () => {
    const { database } = await open({ entities: [DataKey], migrations: [CreateDataKeys1764000000000] });
    const [clock, randomness] = [new TestClock(), new Randomness()];
    ring = new DataKeyRing(database, testKeys(), clock, new Identifiers(clock, randomness), randomness);
    cipher = new FieldCipher(ring, randomness);
  });

  it.each(['', 'Zoë Ångström 😀', 'x'.repeat(100_000)])('gives text back (%#)', async (text) => {
    const sealed = await cipher.encryptText(text, place, SERVICE_KEY);
    expect(await cipher.decryptText(sealed, place)).toBe(text);
  });

  it('gives bytes back', async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const sealed = await cipher.encryptBytes(bytes, place, await ring.create());
    expect(await cipher.decryptBytes(sealed, place)).toEqual(bytes);
  });

  it('hides the text, and differs each time', async () => {
    const first = await cipher.encryptText('Zoë Ångström', place, SERVICE_KEY);
    const second = await cipher.encryptText('Zoë Ångström', place, SERVICE_KEY);
    expect(first.includes('Zoë')).toBe(false);
    expect(first).not.toEqual(second);
  });

  it('names version, key-encryption key and data key in its header', async () => {
    const sealed = await cipher.encryptText('', place, SERVICE_KEY);
    expect(sealed.subarray(0, 15).toString('latin1')).toBe('\x01\x05kek-1\x07service');
    expect(sealed).toHaveLength(15 + 12 + 16);
  });

  it.each([
    ['table', { ...place, table: 'children' }],
    ['column', { ...place, column: 'address' }],
    ['row', { ...place, rowId: 'p2' }],
  ])('does not open in another %s', async (_where, elsewhere) => {
    const sealed = await cipher.encryptText('Ana', place, SERVICE_KEY);
    await expect(cipher.decryptText(sealed, elsewhere)).rejects.toThrow(DecryptionFailed);
  });

  it('does not open with any single bit flipped', async () => {
    const sealed = await cipher.encryptText('Ana', place, SERVICE_KEY);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const failure: unknown = await cipher.decryptText(changed, place).catch((error: unknown) => error);
      expect(failure, `bit ${bit}`).toBeInstanceOf(DecryptionFailed);
    }
  });

  it('does not open when cut at any length', async () => {
    const sealed = await cipher.encryptText('Ana', place, SERVICE_KEY);
    for (let length = 0; length < sealed.length; length += 1) {
      const cut = cipher.decryptText(sealed.subarray(0, length), place);
      await expect(cut, `length ${length}`).rejects.toThrow(DecryptionFailed);
    }
  });

  describe('under a destroyed key', () => {
    it('is gone for ever', async () => {
      const keyId = await ring.create();
      const sealed = await cipher.encryptText('Ana', place, keyId);
      await ring.destroy(keyId);
      await expect(cipher.decryptText(sealed, place)).rejects.toThrow(DataKeyDestroyed);
      await expect(cipher.encryptText('Ana', place, keyId)).rejects.toThrow(DataKeyDestroyed);
    });
  });
});
