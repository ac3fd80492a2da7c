import { accountRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerification } from '../audit/index.js';
import { Database } from '../database/database.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { everythingStored } from '../testing/everything-stored.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

/** Part of everything that is written in this file. */
const MARK = 'Quillfeather';

interface Act {
  readonly action: string;
  readonly actorKind: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly detail: string | Record<string, string>;
}

describeOnEachDatabase('what messages leave behind', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let threadId: string;
  let regretted: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Recorder');
    const params = { id: home.childId };
    await home.carer.call(accountRoutes.setNickname, { params, body: { nickname: MARK } });
    const letter = { subject: `${MARK} subject`, body: `${MARK} body` };
    threadId = (await post.start(home.carer, home.childId, letter)).body.threadId;
    await post.claim(post.olivia, threadId);
    await post.answer(post.olivia, threadId, `${MARK} answer`);
    await post.reply(home.carer, threadId, `${MARK} reply`);
    regretted = (await post.reply(home.carer, threadId, `${MARK} regret`)).body.messageId;
    await home.carer.call(myMessageRoutes.withdraw, { params: { id: regretted } });
    await home.carer.call(myMessageRoutes.withdraw, { params: { id: regretted } });
    await post.thread(home.carer, threadId);
    await post.read(home.carer, threadId);
  }, 60_000);
  afterAll(() => service.close());

  it('9.2 audits every act and every opening, in an unbroken chain, with ids alone', async () => {
    const acts = await service
      .get(Database)
      .query<Act[]>(`SELECT * FROM audit_events WHERE objectId IN (?, ?) ORDER BY seq`, [
        threadId,
        home.childId,
      ]);
    const mine = acts.filter(({ actorKind }) => actorKind === 'carer').map(({ action }) => action);
    expect(mine).toEqual([
      'account.nicknamed',
      'thread.started',
      'message.sent',
      'message.sent',
      'message.withdrawn',
      'thread.opened',
      'thread.opened',
    ]);
    const { objectType, detail } = acts.find(({ action }) => action === 'message.withdrawn')!;
    expect(objectType).toBe('thread');
    expect(typeof detail === 'string' ? JSON.parse(detail) : detail).toEqual({ messageId: regretted });
    expect(await service.get(AuditVerification).verify()).toMatchObject({ isIntact: true });
  });

  it('9.1 keeps no subject, message or nickname in clear, in the database or the log', async () => {
    const stored =
      `${await everythingStored(service.get(Database))}\n${service.log.join('\n')}`.toLowerCase();
    expect(stored).toContain('thread.started');
    expect(stored).not.toContain(MARK.toLowerCase());
  });
});
