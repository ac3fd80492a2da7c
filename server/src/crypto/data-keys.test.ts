import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { schemaDrift } from '../testing/schema-drift.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { CreateDataKeys1764000000000 } from '../database/migrations/1764000000000-create-data-keys.js';
import { DataKey } from './data-key.entity.js';
import { DataKeyDestroyed, DataKeyMissing, DataKeyRing, SERVICE_KEY } from './data-keys.js';
import { Identifiers } from './identifiers.js';
import { createKeysFile, readKeysFile, rotateKek } from './keys-file.js';
import type { Keys } from './keys.js';
import { Randomness } from './randomness.js';
import { DecryptionFailed } from './sealed-box.js';

describeOnEachDatabase('DataKeyRing', (open) => {
  let test: TestDatabase;
  let clock: TestClock;
  let keys: Keys;
  let ring: DataKeyRing;

  /** Each ring stands for one server process. */
  function newRing(processKeys: Keys = keys): DataKeyRing {
    const randomness = new Randomness();
    return new DataKeyRing(test.database, processKeys, clock, new Identifiers(clock, randomness), randomness);
  }

  beforeAll(async () => {
    test = await open({ entities: [DataKey], migrations: [CreateDataKeys1764000000000] });
  });
  beforeEach(async () => {
    await test.clear();
    clock = new TestClock();
    keys = testKeys();
    ring = newRing();
  });

  const row = (id: string) => test.database.run((manager) => manager.findOneByOrFail(DataKey, { id }));

  it('has the schema that its entity says', async () => {
    expect(await schemaDrift(test.dataSource)).toEqual([]);
  });

  it('opens the key it made, also in another process', async () => {
    const id = await ring.create();
    const opened = await ring.open(id);
    expect(opened.key.export()).toHaveLength(32);
    expect((await newRing().open(id)).key.export()).toEqual(opened.key.export());
    expect((await ring.open(await ring.create())).key.export()).not.toEqual(opened.key.export());
  });

  it('tells which key-encryption keys the keys file lacks, unless only destroyed keys need them', async () => {
    await ring.create();
    await ring.create();
    expect(await ring.missingKeks()).toEqual([]);
    const others = newRing(
      testKeys({ keks: { current: 'kek-2', ring: new Map([['kek-2', randomBytes(32)]]) } }),
    );
    const other = await others.create();
    expect(await ring.missingKeks()).toEqual(['kek-2']);
    expect(await others.missingKeks()).toEqual(['kek-1']);
    await others.destroy(other);
    expect(await ring.missingKeks()).toEqual([]);
  });

  it('stores the key wrapped only', async () => {
    const id = await ring.create();
    const { key } = await ring.open(id);
    expect((await row(id)).wrappedKey!.includes(key.export())).toBe(false);
  });

  it('does not open a key that was moved to another row', async () => {
    const [first, second] = [await ring.create(), await ring.create()];
    const { wrappedKey } = await row(first);
    await test.database.run((manager) => manager.update(DataKey, { id: second }, { wrappedKey }));
    await expect(ring.open(second)).rejects.toThrow(DecryptionFailed);
  });

  it('makes one service key, however many ask first', async () => {
    const rings = Array.from({ length: 10 }, () => newRing());
    const opened = await Promise.all(rings.map((each) => each.open(SERVICE_KEY)));
    expect(new Set(opened.map(({ key }) => key.export().toString('hex'))).size).toBe(1);
  });

  it('forgets a service key whose transaction rolled back', async () => {
    const rolledBack = test.database.transaction(async () => {
      await ring.open(SERVICE_KEY);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    const { key } = await ring.open(SERVICE_KEY);
    expect((await newRing().open(SERVICE_KEY)).key.export()).toEqual(key.export());
  });

  it('opens a destroyed key no more', async () => {
    const id = await ring.create();
    await ring.open(id);
    clock.advance(1000);
    expect(await ring.destroy(id)).toBe(true);
    expect(await row(id)).toMatchObject({ wrappedKey: null, destroyedAt: clock.now() });
    await expect(ring.open(id)).rejects.toThrow(DataKeyDestroyed);
    expect(await ring.destroy(id)).toBe(false);
  });

  it('lets another process keep a destroyed key for five minutes at most', async () => {
    const other = newRing();
    const id = await ring.create();
    await other.open(id);
    await ring.destroy(id);
    clock.advance(5 * 60_000 - 1);
    await other.open(id);
    clock.advance(1);
    await expect(other.open(id)).rejects.toThrow(DataKeyDestroyed);
  });

  it('knows no key that nobody made', async () => {
    await expect(ring.open('absent')).rejects.toThrow(DataKeyMissing);
  });

  it('wraps everything anew after a rotation, in steps', async () => {
    const ids = [await ring.create(), await ring.create(), await ring.create()];
    const before = await Promise.all(ids.map(async (id) => (await ring.open(id)).key.export()));
    const erased = await ring.create();
    await ring.destroy(erased);

    const second: [string, Buffer] = ['kek-2', randomBytes(32)];
    const rotated = newRing(
      testKeys({ keks: { current: 'kek-2', ring: new Map([...keys.keks.ring, second]) } }),
    );
    expect([await rotated.rewrapNext(2), await rotated.rewrapNext(2), await rotated.rewrapNext(2)]).toEqual([
      2, 1, 0,
    ]);

    const onlyNew = newRing(testKeys({ keks: { current: 'kek-2', ring: new Map([second]) } }));
    expect(await Promise.all(ids.map(async (id) => (await onlyNew.open(id)).key.export()))).toEqual(before);
  });

  it('goes on in a running server while a command rotates the keys', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cso-rotation-'));
    const file = join(folder, 'keys.json');
    await createKeysFile(file);
    const server = newRing(await readKeysFile(file));
    const id = await server.create();
    const before = (await server.open(id)).key.export();

    const current = await rotateKek(file);
    expect(await newRing(await readKeysFile(file)).rewrapNext(10)).toBe(1);
    clock.advance(5 * 60_000);
    const opened = await Promise.all([server.open(id), server.open(id)]);
    expect(opened.map(({ key }) => key.export())).toEqual([before, before]);
    expect((await row(await server.create())).kekId).toBe(current);
    await rm(folder, { recursive: true });
  });

  it('says which key-encryption key is missing', async () => {
    const id = await ring.create();
    const stranger = newRing(
      testKeys({ keks: { current: 'kek-9', ring: new Map([['kek-9', randomBytes(32)]]) } }),
    );
    await expect(stranger.open(id)).rejects.toThrow('lacks the key-encryption key kek-1');
  });
});
