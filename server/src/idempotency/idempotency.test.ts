import { beforeEach, expect, it } from 'vitest';
import { myInvitationRoutes } from '@cso/contract';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { AuditHead } from '../audit/audit-event.entity.js';
import { DataKey } from '../crypto/data-key.entity.js';
import { DataKeyRing } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Randomness } from '../crypto/randomness.js';
import { increment, changeIf } from '../database/changes.js';
import { Log } from '../log/log.js';
import { systemContext, type Actor, type RequestContext } from '../request/request-context.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { IdempotencyCleaning } from './idempotency-cleaning.js';
import { Idempotency } from './idempotency.js';
import { IdempotencyRepository } from './idempotency.repository.js';

const route = myInvitationRoutes.accept;
const carer = (userId: string | null): Actor => ({
  kind: 'carer',
  sessionId: 's',
  stage: 'signed_in',
  userId,
});
const withKey = (idempotencyKey: string | null, actor: Actor = carer('user-1')): RequestContext => ({
  ...systemContext(),
  actor,
  idempotencyKey,
});
const body = { accessIds: ['access-1'] };

describeOnEachDatabase('idempotency', (open) => {
  let test: TestDatabase;
  let clock: TestClock;
  let idempotency: Idempotency;
  beforeEach(async () => {
    test ??= await open({ entities: [IdempotencyKey, DataKey, AuditHead] });
    await test.clear();
    clock = new TestClock();
    const [keys, randomness] = [testKeys(), new Randomness()];
    const identifiers = new Identifiers(clock, randomness);
    const ring = new DataKeyRing(test.database, keys, clock, identifiers, randomness);
    const cipher = new FieldCipher(ring, randomness);
    const repository = new IdempotencyRepository(test.database);
    idempotency = new Idempotency(repository, test.database, cipher, keys, clock);
    await test.database.run((manager) => manager.insert(AuditHead, { id: 'effects', seq: 0, hash: '' }));
  });

  /** An act with an effect that can be counted; its reply carries a name. */
  const act = async () => {
    const where = { id: 'effects' };
    await test.database.run((manager) =>
      changeIf(manager, AuditHead, { where, set: { seq: increment('seq') } }),
    );
    return { child: 'Marigold Featherstone', effects: await effects() };
  };
  const effects = async () => {
    const row = await test.database.run((manager) => manager.findOneByOrFail(AuditHead, { id: 'effects' }));
    return row.seq;
  };

  it('gives a repeat the same reply, with one effect', async () => {
    const first = await idempotency.once(withKey('key-1'), route, body, act);
    const repeat = await idempotency.once(withKey('key-1'), route, body, act);
    expect(repeat).toEqual(first);
    expect(await effects()).toBe(1);
  });

  it('gives ten at once the same reply, with one effect', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => idempotency.once(withKey('key-1'), route, body, act)),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    await idempotency.once(withKey('key-1'), route, body, act);
    const other = idempotency.once(withKey('key-1'), route, { accessIds: ['access-2'] }, act);
    await expect(other).rejects.toMatchObject({ kind: 'invalid', code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await effects()).toBe(1);
  });

  it('refuses a request without a key as malformed', async () => {
    const keyless = async () => idempotency.once(withKey(null), route, body, act);
    await expect(keyless()).rejects.toMatchObject({ kind: 'malformed', code: 'IDEMPOTENCY_KEY_MISSING' });
    expect(await effects()).toBe(0);
  });

  it('keeps the keys of two people and of two operations apart', async () => {
    await idempotency.once(withKey('key-1'), route, body, act);
    await idempotency.once(withKey('key-1', carer('user-2')), route, body, act);
    await idempotency.once(withKey('key-1'), myInvitationRoutes.decline, body, act);
    expect(await effects()).toBe(3);
  });

  it.each<[string, Actor]>([
    ['nobody', { kind: 'nobody' }],
    ['a carer who has no user yet', carer(null)],
  ])('gives %s no reply of a stranger', async (_, actor) => {
    const attempt = async () => idempotency.once(withKey('key-1', actor), route, body, act);
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await effects()).toBe(0);
  });

  it('frees the key when the act fails', async () => {
    const failing = idempotency.once(withKey('key-1'), route, body, async () => {
      await act();
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await effects()).toBe(0);

    await idempotency.once(withKey('key-1'), route, { accessIds: ['access-2'] }, act);
    expect(await effects()).toBe(1);
  });

  it('keeps a key for 24 hours', async () => {
    await idempotency.once(withKey('key-1'), route, body, act);
    clock.advance(24 * 60 * 60 * 1000 - 1);
    await idempotency.once(withKey('key-1'), route, body, act);
    expect(await effects()).toBe(1);

    clock.advance(1);
    await idempotency.once(withKey('key-1'), route, body, act);
    expect(await effects()).toBe(2);
    expect(await test.database.run((manager) => manager.count(IdempotencyKey))).toBe(1);
  });

  it('removes expired keys by the hourly job, never in the transaction of a person', async () => {
    const rows = () => test.database.run((manager) => manager.count(IdempotencyKey));
    await idempotency.once(withKey('key-1'), route, body, act);
    clock.advance(24 * 60 * 60 * 1000);
    await idempotency.once(withKey('key-2'), route, body, act);
    expect(await rows()).toBe(2);
    const jobs = new RepeatedJobs(new Log(clock, () => undefined));
    await new IdempotencyCleaning(new IdempotencyRepository(test.database), clock, jobs).clean();
    expect(await rows()).toBe(1);
  });

  it('repeats the reply of an act that answers nothing', async () => {
    const silent = async () => {
      await act();
    };
    expect(await idempotency.once(withKey('key-1'), route, body, silent)).toBeUndefined();
    expect(await idempotency.once(withKey('key-1'), route, body, silent)).toBeUndefined();
    expect(await effects()).toBe(1);
  });

  it('stores the reply sealed, and no body', async () => {
    const marked = { accessIds: ['Marigold'] };
    await idempotency.once(withKey('key-1'), route, marked, act);
    const [row] = await test.database.query<Record<string, unknown>[]>('SELECT * FROM idempotency_keys');
    const stored = Object.values(row!).map((value) =>
      Buffer.isBuffer(value) || value instanceof Uint8Array
        ? Buffer.from(value).toString('latin1')
        : String(value),
    );
    expect(row!.reply).not.toBeNull();
    expect(stored.join('\n')).not.toMatch(/Marigold|Featherstone|key-1/);
  });
});
