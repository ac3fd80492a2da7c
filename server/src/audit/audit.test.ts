import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Settings } from '../config/settings.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Randomness } from '../crypto/randomness.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { systemContext } from '../request/request-context.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { AuditCheckpoints } from './audit-checkpoints.js';
import { AuditEvent, AuditHead } from './audit-event.entity.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerification } from './audit-verification.js';
import { AuditRepository } from './audit.repository.js';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function openAudit({ database }: TestDatabase) {
  const folder = await mkdtemp(join(tmpdir(), 'cso-audit-'));
  folders.push(folder);
  const [keys, clock] = [testKeys(), new TestClock()];
  const events = new AuditRepository(database);
  const settings = { auditCheckpointDir: join(folder, 'audit') } as Settings;
  const checkpoints = new AuditCheckpoints(events, keys, clock, settings);
  const identifiers = new Identifiers(clock, new Randomness());
  return {
    trail: new AuditTrail(database, events, checkpoints, keys, clock, identifiers),
    verification: new AuditVerification(events, checkpoints, keys),
    checkpoints,
    checkpointFile: join(folder, 'audit', 'checkpoints.jsonl'),
  };
}

const act = (objectId: string) => ({ action: 'letter.sent', objectType: 'letter', objectId });
const letterRow = (id: string) => ({ id, bodyHash: '', reply: null, expiresAt: new Date(0) });

describeOnEachDatabase('the audit trail', (open) => {
  let test: TestDatabase;
  let audit: Awaited<ReturnType<typeof openAudit>>;
  beforeEach(async () => {
    test ??= await open({ entities: [AuditEvent, AuditHead, IdempotencyKey] });
    await test.clear();
    audit = await openAudit(test);
  });

  /** Five acts and, when asked, a signed checkpoint of them. */
  async function fiveEvents({ isSigned = false } = {}) {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await audit.trail.record(systemContext(), act(id));
    if (isSigned) await audit.checkpoints.write();
  }
  const rows = () => test.database.run((manager) => manager.find(AuditEvent, { order: { seq: 'ASC' } }));
  const sql = (statement: string) => test.database.query(statement);
  /** Puts an older copy of the audit's tables in place of what is there. */
  async function restore(events: AuditEvent[], head: AuditHead) {
    await sql('DELETE FROM audit_events');
    await test.database.run((manager) => manager.insert(AuditEvent, events));
    await test.database.run((manager) => manager.save(AuditHead, head));
  }
  const head = () => test.database.run((manager) => manager.findOneByOrFail(AuditHead, { id: 'head' }));

  it('chains 50 parallel transactions without a gap', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        test.database.transaction(() => audit.trail.record(systemContext(), act(`letter-${index}`))),
      ),
    );

    const events = await rows();
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(new Set(events.map(({ objectId }) => objectId)).size).toBe(50);
    expect(await audit.verification.verify()).toMatchObject({ isIntact: true, checked: 50 });
  });

  it('keeps who, when, what and on whose behalf', async () => {
    const context = {
      ...systemContext('request-1'),
      ip: '203.0.113.7',
      actor: {
        kind: 'worker',
        sessionId: 'session-1',
        stage: 'signed_in',
        workerId: 'worker-1',
        role: 'caseworker',
        teamId: null,
      } as const,
    };

    await audit.trail.record(context, {
      ...act('letter-1'),
      outcome: 'refused',
      onBehalfOf: 'worker-2',
      detail: { isUrgent: true, pages: 3, folderId: null, kind: 'report' },
    });

    expect((await rows())[0]).toMatchObject({
      seq: 1,
      at: new Date('2026-03-02T09:00:00.000Z'),
      actorKind: 'worker',
      actorId: 'worker-1',
      sessionId: 'session-1',
      ip: '203.0.113.7',
      requestId: 'request-1',
      onBehalfOf: 'worker-2',
      outcome: 'refused',
      detail: { isUrgent: true, pages: 3, folderId: null, kind: 'report' },
    });
    expect(await audit.verification.verify()).toMatchObject({ isIntact: true, checked: 1 });
  });

  it('keeps neither the act nor its row when the act is rolled back', async () => {
    const undone = test.database.transaction(async (manager) => {
      await audit.trail.record(systemContext(), act('a'));
      await manager.insert(IdempotencyKey, letterRow('a'));
      throw new Error('the act failed');
    });
    await expect(undone).rejects.toThrow('the act failed');

    expect(await rows()).toEqual([]);
    await audit.trail.record(systemContext(), act('b'));
    expect((await rows()).map(({ seq }) => seq)).toEqual([1]);
  });

  it('stops the act when the audit fails, even if the act swallows the failure', async () => {
    const unaudited = test.database.transaction(async (manager) => {
      await manager.insert(IdempotencyKey, letterRow('a'));
      await audit.trail
        .record(systemContext(), { ...act('a'), objectType: null as unknown as string })
        .catch(() => undefined);
    });

    await expect(unaudited).rejects.toThrow(/objectType/);
    expect(await test.database.run((manager) => manager.count(IdempotencyKey))).toBe(0);
  });

  it.each([
    ['an edited action', `UPDATE audit_events SET action = 'letter.read' WHERE seq = 3`, 3],
    ['an edited detail', `UPDATE audit_events SET detail = '{"forged":true}' WHERE seq = 2`, 2],
    ['an edited time', `UPDATE audit_events SET at = '2020-01-01 00:00:00.000' WHERE seq = 4`, 4],
    ['an edited hash', `UPDATE audit_events SET hash = prevHash WHERE seq = 1`, 1],
    ['a deleted event', 'DELETE FROM audit_events WHERE seq = 3', 3],
    ['a deleted first event', 'DELETE FROM audit_events WHERE seq = 1', 1],
    ['a deleted last event', 'DELETE FROM audit_events WHERE seq = 5', 5],
    ['an empty log', 'DELETE FROM audit_events', 1],
  ])('finds %s', async (_, statement, brokenAt) => {
    await fiveEvents();
    await sql(statement);
    expect(await audit.verification.verify()).toEqual({ isIntact: false, brokenAt, checked: brokenAt - 1 });
  });

  it('finds an inserted event', async () => {
    await fiveEvents();
    const [, second] = await rows();
    await sql('UPDATE audit_events SET seq = -seq WHERE seq > 2');
    await sql('UPDATE audit_events SET seq = 1 - seq WHERE seq < 0');
    await test.database.run((manager) => manager.insert(AuditEvent, { ...second!, id: 'inserted', seq: 3 }));
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 3 });
  });

  it('finds two events that changed places', async () => {
    await fiveEvents();
    await sql('UPDATE audit_events SET seq = -seq WHERE seq IN (2, 3)');
    await sql('UPDATE audit_events SET seq = 5 + seq WHERE seq < 0');
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 2 });
  });

  it('finds a cut tail by the checkpoint, when the head was cut too', async () => {
    await fiveEvents({ isSigned: true });
    const third = (await rows())[2]!;
    await sql('DELETE FROM audit_events WHERE seq > 3');
    await sql(`UPDATE audit_head SET seq = 3, hash = '${third.hash}'`);
    expect(await audit.verification.verify()).toEqual({ isIntact: false, brokenAt: 4, checked: 3 });
  });

  it('finds an older copy of the database by the checkpoint, also after it went on', async () => {
    await audit.trail.record(systemContext(), act('first'));
    const [olderRows, olderHead] = [await rows(), await head()];
    await fiveEvents({ isSigned: true });
    await restore(olderRows, olderHead);
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 2 });

    for (const id of ['v', 'w', 'x', 'y', 'z']) await audit.trail.record(systemContext(), act(id));
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 6 });
  });

  it('finds an older copy also when its new end has been signed since', async () => {
    await audit.trail.record(systemContext(), act('first'));
    const [olderRows, olderHead] = [await rows(), await head()];
    await fiveEvents({ isSigned: true });
    await restore(olderRows, olderHead);
    await audit.trail.record(systemContext(), act('v'));
    await audit.checkpoints.write();
    for (const id of ['w', 'x', 'y', 'z']) await audit.trail.record(systemContext(), act(id));
    await audit.checkpoints.write();
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 6 });
  });

  it('finds a forged checkpoint', async () => {
    await fiveEvents({ isSigned: true });
    const mark = JSON.parse(await readFile(audit.checkpointFile, 'utf8'));
    await writeFile(audit.checkpointFile, `${JSON.stringify({ ...mark, seq: 3 })}\n`);
    await expect(audit.verification.verify()).rejects.toThrow('Line 1 of the audit checkpoints was not');
  });

  it('finds a line in the checkpoints that is none', async () => {
    await fiveEvents({ isSigned: true });
    await appendFile(audit.checkpointFile, 'not a checkpoint\n');
    await expect(audit.verification.verify()).rejects.toThrow(/^Line 2 .+ not signed .+ after event 5\.$/);
  });

  it('tells a checkpoint that a crash cut off from a forged one, and goes on after it', async () => {
    await fiveEvents({ isSigned: true });
    const [line] = (await readFile(audit.checkpointFile, 'utf8')).split('\n');
    await appendFile(audit.checkpointFile, line!.slice(0, 60));
    expect(await audit.verification.verify()).toEqual({ isIntact: true, checked: 5, torn: [2] });

    await fiveEvents({ isSigned: true });
    expect(await audit.verification.verify()).toEqual({ isIntact: true, checked: 10, torn: [2] });
    await sql('DELETE FROM audit_events WHERE seq > 8');
    await sql('UPDATE audit_head SET seq = 8');
    expect(await audit.verification.verify()).toMatchObject({ isIntact: false, brokenAt: 9 });
  });

  it('signs each end once, and stays intact while it grows', async () => {
    await fiveEvents({ isSigned: true });
    await audit.checkpoints.write();
    await fiveEvents({ isSigned: true });
    const lines = (await readFile(audit.checkpointFile, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual([5, 10]);
    expect(await audit.verification.verify()).toMatchObject({ isIntact: true, checked: 10 });
  });

  it('signs the thousandth event without waiting for the clock', async () => {
    await fiveEvents();
    const [last] = (await rows()).slice(-1);
    await test.database.run((manager) =>
      manager.update(AuditHead, { id: 'head' }, { seq: 998, hash: last!.hash }),
    );
    await audit.trail.record(systemContext(), act('999'));
    await expect(readFile(audit.checkpointFile)).rejects.toThrow('ENOENT');
    await audit.trail.record(systemContext(), act('1000'));
    expect(JSON.parse(await readFile(audit.checkpointFile, 'utf8')).seq).toBe(1000);
  });
});
