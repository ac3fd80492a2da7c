import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';
import { IdentityCleaning } from './identity-cleaning.js';

describe.each(['sqlite', 'mariadb'] as const)('what identity forgets on %s', (engine) => {
  let service: TestIdentity;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());

  const query = <Row>(sql: string) => service.get(Database).query<Row[]>(sql);
  const count = async (table: string) =>
    Number(
      (await query<{ rows: number }>(`SELECT COUNT(*) AS "rows" FROM ${table}`.replaceAll('"', '`')))[0]!
        .rows,
    );
  const tables = ['sessions', 'challenges', 'attempt_buckets', 'devices'];
  const counts = () => Promise.all(tables.map(count));

  it('keeps what still counts, and forgets the rest in its time', async () => {
    const carer = new TestCarer(service, 'forgotten@carers.example');
    await carer.setUp();
    await carer.signIn('Wrong-horse-1');
    const before = await counts();
    expect(before.every((rows) => rows > 0)).toBe(true);
    await service.get(IdentityCleaning).clean();
    expect(await counts()).toEqual(before);
    service.clock.advance(3 * 24 * 3_600_000);
    await service.get(IdentityCleaning).clean();
    expect(await counts()).toEqual([0, 0, 0, 1]);
    service.clock.advance(180 * 24 * 3_600_000);
    await service.get(IdentityCleaning).clean();
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('5.7 a number that nobody confirmed for a day is dropped once, with its audit', async () => {
    const carer = new TestCarer(service, 'paused@carers.example');
    await carer.verifyEmail();
    await carer.createUser();
    await carer.givePhone('07400 765432');
    const dropped = () =>
      query<{ objectId: string }>(`SELECT * FROM audit_events WHERE action = 'phone.dropped'`);
    service.clock.advance(24 * 3_600_000);
    await service.get(IdentityCleaning).clean();
    expect(await dropped()).toHaveLength(0);
    service.clock.advance(1);
    await service.get(IdentityCleaning).clean();
    await service.get(IdentityCleaning).clean();
    expect(await dropped()).toHaveLength(1);
    expect(await query('SELECT id FROM users WHERE phone IS NOT NULL')).toHaveLength(1);
  });
});
