import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage, worker } from '../../app/testing/fake-service';
import { buildThread, idOf } from '../../app/testing/records';
import InboxPage from './InboxPage.vue';

const held = buildThread({ holderId: worker.id, holderName: worker.name, state: 'claimed' });
const savedAs = (revision: number) => ({ id: idOf(95), revision, savedAt: '2026-03-27T14:32:00.000Z' });

const service = (answers = {}) =>
  fakeService({
    listInbox: () => ({ items: [] }),
    getInboxCounts: () => ({ mine: 0, new: 0, waitingWorker: 0, duty: 0, toCountersign: 0 }),
    getWorkerThread: () => held,
    markWorkerThreadRead: () => undefined,
    attendThread: () => ({ items: [] }),
    leaveThread: () => undefined,
    listAnswerTemplates: () => ({ items: [] }),
    getAnswerDraft: () => ({ draft: null }),
    saveAnswerDraft: () => savedAs(1),
    ...answers,
  });
const open = (asked: ReturnType<typeof service>) => renderPage(InboxPage, asked, { props: { id: held.id } });
const box = () => screen.findByLabelText<HTMLTextAreaElement>('Your answer to Sandra Okafor');

describe('an answer that was begun', () => {
  it('is saved when the worker turns to something else, and says so', async () => {
    const asked = service();
    const { user, container } = await open(asked);
    await user.type(await box(), 'Yes, she');
    await user.tab();
    await screen.findByText('Saved at 14:32');
    expect(asked.of('saveAnswerDraft')).toMatchObject([
      { params: { id: held.id }, body: { body: 'Yes, she', revision: 0 } },
    ]);
    await expectNoAxeViolations(container);
  });

  it('is there again, and the next save builds on it', async () => {
    const asked = service({
      getAnswerDraft: () => ({ draft: { ...savedAs(3), body: 'Yes, she' } }),
      saveAnswerDraft: () => savedAs(4),
    });
    const { user } = await open(asked);
    expect((await box()).value).toBe('Yes, she');
    await user.type(await box(), ' may');
    await user.tab();
    await expect
      .poll(() => asked.of('saveAnswerDraft'))
      .toMatchObject([{ body: { body: 'Yes, she may', revision: 3 } }]);
  });

  it('is saved when the thread is left', async () => {
    const asked = service();
    const { user, unmount } = await open(asked);
    await user.type(await box(), 'Yes');
    unmount();
    await expect.poll(() => asked.of('saveAnswerDraft')).toMatchObject([{ body: { body: 'Yes' } }]);
  });

  it('is over when it was sent: an empty box, and nothing saved after it', async () => {
    const asked = service({ replyAsWorker: () => held });
    const { user, unmount } = await open(asked);
    await user.type(await box(), 'Yes');
    await user.click(screen.getByRole('button', { name: 'Send answer' }));
    await screen.findByText('Your answer is sent.');
    expect((await box()).value).toBe('');
    const count = asked.of('saveAnswerDraft').length;
    unmount();
    expect(asked.of('saveAnswerDraft')).toHaveLength(count);
  });

  it('goes on being saved when it could not be sent', async () => {
    let saves = 0;
    const asked = service({
      replyAsWorker: () => refuse(503, 'UNAVAILABLE'),
      saveAnswerDraft: () => savedAs((saves += 1)),
    });
    const { user } = await open(asked);
    await user.type(await box(), 'Yes');
    await user.click(screen.getByRole('button', { name: 'Send answer' }));
    await screen.findByText('There is a problem');
    await user.type(await box(), '!');
    await user.tab();
    await expect
      .poll(() => asked.of('saveAnswerDraft').at(-1))
      .toMatchObject({ body: { body: 'Yes!', revision: 1 } });
  });

  it('changed on another computer is shown beside this one, and the worker chooses', async () => {
    const drafts = [null, { ...savedAs(5), body: 'No' }];
    const revisions: number[] = [];
    const asked = service({
      getAnswerDraft: () => ({ draft: drafts.shift() }),
      saveAnswerDraft: ({ body }: { body?: unknown }) => {
        const { revision } = body as { revision: number };
        revisions.push(revision);
        return revision === 5 ? savedAs(6) : refuse(409, 'DRAFT_CHANGED');
      },
    });
    const { user, container } = await open(asked);
    await user.type(await box(), 'Yes');
    await user.tab();
    await screen.findByText('You changed this answer in another place');
    screen.getByText('No');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Keep the text here' }));
    await waitFor(() => expect(revisions.at(-1)).toBe(5));
    expect((await box()).value).toBe('Yes');
  });

  it('that cannot be saved is said', async () => {
    const { user } = await open(service({ saveAnswerDraft: () => refuse(503, 'UNAVAILABLE') }));
    await user.type(await box(), 'Yes');
    await user.tab();
    await screen.findByText(/We keep trying/);
  });
});
