import { expectNoAxeViolations } from '@cso/ui/testing';
import type { WorkerThread } from '@cso/contract';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage, worker } from '../../app/testing/fake-service';
import { buildAccess, buildInboxThread, buildMessage, buildThread, idOf } from '../../app/testing/records';
import InboxPage from './InboxPage.vue';

const held = { holderId: worker.id, holderName: worker.name, state: 'claimed' } as const;
const another = { holderId: idOf(2), holderName: 'Daniel Osei', state: 'claimed' } as const;

const savedAs = (revision: number) => ({ id: idOf(95), revision, savedAt: '2026-03-27T14:32:00.000Z' });

function service(thread: WorkerThread, answers = {}) {
  return fakeService({
    listInbox: () => ({
      items: [buildInboxThread(), buildInboxThread({ id: idOf(75), subject: 'Bicycle' })],
    }),
    getInboxCounts: () => ({ mine: 2, new: 3, waitingWorker: 0, duty: 1, toCountersign: 0 }),
    getWorkerThread: () => thread,
    markWorkerThreadRead: () => undefined,
    attendThread: () => ({ items: [] }),
    leaveThread: () => undefined,
    getAnswerDraft: () => ({ draft: null }),
    saveAnswerDraft: () => savedAs(1),
    listAnswerTemplates: () => ({
      items: [{ id: idOf(80), teamId: null, name: 'Received', body: 'Thank you, I will look into it.' }],
    }),
    listAccess: () => ({
      items: [buildAccess(), buildAccess({ id: idOf(32), accountId: idOf(12), accountName: 'Sam Reed' })],
    }),
    listWorkers: () => ({ items: [] }),
    listTeams: () => ({ items: [{ id: idOf(90), name: 'Fostering South' }] }),
    ...answers,
  });
}
const opened = { props: { id: idOf(70) } };

describe('the inbox', () => {
  it('lists what waits, says how much waits in each list, and passes axe', async () => {
    const { container } = await renderPage(InboxPage, service(buildThread()), { props: { id: '' } });
    await screen.findByRole('link', { name: /School trip/ });
    await screen.findByRole('link', { name: 'Mine (2)' });
    screen.getByRole('link', { name: 'Duty (1)' });
    screen.getByRole('link', { name: 'Waiting for us' });
    await expectNoAxeViolations(container);
  });

  it.each([
    ['mine', 'Nothing waits for you'],
    ['duty', 'Nothing for duty'],
    ['closed', 'Nothing closed yet'],
  ])('explains that %s is empty', async (view, title) => {
    const empty = service(buildThread(), { listInbox: () => ({ items: [] }) });
    const { container } = await renderPage(InboxPage, empty, {
      path: `/inbox?view=${view}`,
      props: { id: '' },
    });
    await screen.findByText(title);
    await expectNoAxeViolations(container);
  });

  it('takes a thread with A, and says when somebody else was quicker', async () => {
    const asked = service(buildThread(), { claimThread: () => refuse(409, 'THREAD_HELD_BY_ANOTHER') });
    const { user } = await renderPage(InboxPage, asked, { props: { id: '' } });
    await screen.findByRole('link', { name: /School trip/ });
    await user.keyboard('ja');
    await screen.findByText(/Another worker has this thread/);
    expect(asked.of('claimThread')).toMatchObject([{ params: { id: idOf(70) }, body: {} }]);
  });
});

describe('a thread', () => {
  it('is marked read up to its newest message when it is shown', async () => {
    const asked = service(buildThread());
    const { container } = await renderPage(InboxPage, asked, opened);
    await screen.findByText('May Mia go on the trip to York?', { selector: 'p' });
    await expect
      .poll(() => asked.of('markWorkerThreadRead'))
      .toMatchObject([{ params: { id: idOf(70) }, body: { upToMessageId: idOf(71) } }]);
    await expectNoAxeViolations(container);
  });

  it('cannot be answered before it is taken', async () => {
    const { user } = await renderPage(
      InboxPage,
      service(buildThread(), { claimThread: () => buildThread(held) }),
      opened,
    );
    await screen.findByText(/Take it to answer/);
    expect(screen.queryByRole('button', { name: 'Send answer' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Take this thread' }));
    const result = await screen.findByText('The thread is yours.');
    await expect.poll(() => document.activeElement).toBe(result);
  });

  it('is answered by its holder, with a ready text after what was typed, once', async () => {
    const asked = service(buildThread(held), {
      replyAsWorker: () => buildThread({ ...held, state: 'closed' }),
    });
    const { user } = await renderPage(InboxPage, asked, opened);
    const box = await screen.findByLabelText('Your answer to Sandra Okafor');
    await user.type(box, 'Yes.');
    await user.selectOptions(await screen.findByLabelText('Ready text'), 'Received');
    await expect
      .poll(() => (box as HTMLTextAreaElement).value)
      .toBe('Yes.\n\nThank you, I will look into it.');
    expect(screen.getByLabelText<HTMLSelectElement>('Ready text').value).toBe('');
    await user.click(screen.getByRole('button', { name: 'Send and close' }));
    await screen.findByText('Your answer is sent.');
    expect(asked.of('replyAsWorker')).toMatchObject([
      {
        body: { body: 'Yes.\n\nThank you, I will look into it.', close: true },
        idempotencyKey: expect.any(String),
      },
    ]);
  });

  it('keeps the text when the answer could not be sent, and says why', async () => {
    const failing = service(buildThread(held), { replyAsWorker: () => refuse(503, 'UNAVAILABLE') });
    const { user } = await renderPage(InboxPage, failing, opened);
    const box = await screen.findByLabelText('Your answer to Sandra Okafor');
    await user.type(box, 'Yes, she may.');
    await user.click(screen.getByRole('button', { name: 'Send answer' }));
    await screen.findByText('There is a problem');
    expect((box as HTMLTextAreaElement).value).toBe('Yes, she may.');
  });

  it('held by another is taken over with a reason', async () => {
    const asked = service(buildThread(another), { claimThread: () => buildThread(held) });
    const { user } = await renderPage(InboxPage, asked, opened);
    await screen.findByText('Daniel Osei has this thread. Only they can answer.');
    expect(screen.queryByRole('button', { name: 'Send answer' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Take over' }));
    dialog.getByRole('link', { name: 'Enter the reason' });
    await user.type(dialog.getByLabelText('Reason'), 'Daniel is ill');
    await user.click(dialog.getByRole('button', { name: 'Take over' }));
    await screen.findByText('The thread is yours.');
    expect(asked.of('claimThread')).toMatchObject([
      { body: { takeOver: { fromWorkerId: idOf(2), reason: 'Daniel is ill' } } },
    ]);
  });

  it('is sent on to a team’s queue with a reason', async () => {
    const asked = service(buildThread(held), { redirectThread: () => buildThread() });
    const { user } = await renderPage(InboxPage, asked, opened);
    await user.click(await screen.findByRole('button', { name: 'Send on' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(await dialog.findByLabelText('To'), 'The queue of Fostering South');
    await user.type(dialog.getByLabelText('Reason'), 'They know the school');
    await user.click(dialog.getByRole('button', { name: 'Send on' }));
    await screen.findByText('The thread is sent on.');
    expect(asked.of('redirectThread')).toMatchObject([
      { body: { workerId: null, teamId: idOf(90), reason: 'They know the school' } },
    ]);
  });

  it('moves only to another account that the carer holds', async () => {
    const asked = service(buildThread(held), { moveThread: () => buildThread() });
    const { user } = await renderPage(InboxPage, asked, opened);
    await user.click(await screen.findByRole('button', { name: 'Move to another account' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByLabelText('Sam Reed'));
    expect(dialog.queryByLabelText('Mia Hollins')).toBeNull();
    await user.type(dialog.getByLabelText('Reason'), 'It is about Sam');
    await user.click(dialog.getByRole('button', { name: 'Move' }));
    await screen.findByText('The thread is moved.');
    expect(asked.of('moveThread')).toMatchObject([
      { body: { accountId: idOf(12), reason: 'It is about Sam' } },
    ]);
  });

  it('shows who read an answer, what was taken back, and what workers did', async () => {
    const thread = buildThread({
      ...held,
      messages: [
        buildMessage({ id: idOf(72), withdrawnAt: '2026-03-27T10:00:00.000Z' }),
        buildMessage({
          id: idOf(73),
          author: 'worker',
          authorName: worker.name,
          isMine: true,
          readBy: [{ name: 'Sandra Okafor', readAt: '2026-03-27T11:00:00.000Z' }],
        }),
      ],
      history: [
        {
          kind: 'taken_over',
          byName: worker.name,
          toName: 'Daniel Osei',
          reason: 'Ill',
          at: '2026-03-27T10:00:00.000Z',
        },
      ],
    });
    const { container } = await renderPage(InboxPage, service(thread), opened);
    await screen.findByText('Read by Sandra Okafor on 27 March 2026 at 11:00am');
    screen.getByText('Taken back on 27 March 2026 at 10:00am');
    screen.getByText(/took the thread over from Daniel Osei, 27 March 2026 at 10:00am: Ill/);
    await expectNoAxeViolations(container);
  });
});
