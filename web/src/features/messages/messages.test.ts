import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { askWorker, draftAt, recordingType, summary, thread, types } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './MessagesPage.vue';

const unread = {
  ...summary,
  id: askWorker.id,
  subject: 'A visit',
  lastAuthorName: 'Olivia Hart',
  unreadCount: 2,
  isWaiting: false,
};

const openList = (replies: Replies = {}, path = `/accounts/${sam.id}/messages`) =>
  renderPortal(path, {
    getSession: signedIn,
    getDashboard: { ...sam, newMessages: 2 },
    listThreads: { items: [unread, summary, { ...summary, id: recordingType.id, isWaiting: false }] },
    listMessageDrafts: { items: [] },
    listMessageTypes: types,
    ...replies,
  });

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T15:00:00.000Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('the messages of an account', () => {
  it('are listed as the service orders them, each with its state and date in words', async () => {
    const { container } = openList();
    await screen.findByRole('link', { name: 'A visit' });
    const [first, second, third] = within(screen.getByRole('main'))
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    expect(first).toMatch(/A visit.*Unread.*From Olivia Hart.*Today at 9:32am/s);
    expect(second).toMatch(/School this week.*Waiting for an answer/s);
    expect(third).toMatch(/School this week.*Answered/s);
    screen.getByText('You have 2 unread messages.');
    screen.getByRole('button', { name: 'Write a new message' });
    expect(screen.getByRole('link', { current: 'page' }).textContent).toContain('New messages');
    await expectNoAxeViolations(container);
  });

  it('are shown as moved where only a stub is left', async () => {
    const stub = { ...summary, lastAuthorName: '', excerpt: '', isMoved: true };
    openList({ listThreads: { items: [stub] } });
    const row = (await screen.findByRole('link', { name: stub.subject })).closest('li');
    expect(row?.textContent).toMatch(/Moved/);
    expect(row?.textContent).not.toMatch(/Answered|From/);
  });

  it('goes to the older ones by a real link, and back', async () => {
    const pages = (call: { query?: { cursor?: string } }) =>
      call.query?.cursor === 'page2'
        ? { items: [{ ...summary, subject: 'Long ago' }] }
        : { items: [summary], nextCursor: 'page2' };
    const { user, router } = openList({ listThreads: pages });
    const older = await screen.findByRole('link', { name: 'Older messages' });
    expect(older.getAttribute('href')).toBe(`/accounts/${sam.id}/messages?older=page2`);
    await user.click(older);
    await screen.findByRole('link', { name: 'Long ago' });
    expect(router.currentRoute.value.query).toEqual({ older: 'page2' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    await user.click(screen.getByRole('link', { name: 'Newest messages' }));
    await screen.findByRole('link', { name: 'School this week' });
  });

  it('say so when there are none', async () => {
    const { container } = openList({ getDashboard: sam, listThreads: { items: [] } });
    await screen.findByText('You have no messages.');
    screen.getByText('You have no unread messages.');
    await expectNoAxeViolations(container);
  });

  it('can be asked for again when they do not come; the menu stays', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [summary] })];
    const { user, container } = openList({ listThreads: () => answers.shift()?.() });
    await screen.findByText('We could not show this');
    screen.getByRole('navigation', { name: 'Account pages' });
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'School this week' });
  });
});

describe('what was begun in an account', () => {
  const place = { kind: 'new' as const, targetId: askWorker.id };
  const draft = draftAt(place, { subject: 'Half term', body: 'Could we' });

  it('is listed with the way back to it', async () => {
    const { container } = openList({ listMessageDrafts: { items: [draft] } });
    const link = await screen.findByRole('link', { name: 'Go on writing Half term' });
    expect(link.getAttribute('href')).toBe(`/accounts/${sam.id}/messages/new/${askWorker.id}`);
    await screen.findByText('Message your worker, saved on 27 March at 2:32pm');
    await expectNoAxeViolations(container);
  });

  it.each([
    [{ kind: 'reply', targetId: thread.id } as const, `/accounts/${sam.id}/messages/${thread.id}`],
    [{ kind: 'addition', targetId: thread.id } as const, `/recordings/${thread.id}`],
    [{ kind: 'new', targetId: recordingType.id } as const, `/accounts/${sam.id}/messages/recording`],
  ])('leads to where %o is written', async (where, path) => {
    openList({ listMessageDrafts: { items: [draftAt(where, { body: 'Yes' })] } });
    const link = await screen.findByRole('link', { name: /Go on writing/ });
    await waitFor(() => expect(link.getAttribute('href')).toBe(path));
  });

  it('is not shown in another account', async () => {
    const elsewhere = { ...draft, place: { ...draft.place, accountId: jo.id } };
    openList({ listMessageDrafts: { items: [elsewhere] } });
    await screen.findByRole('link', { name: 'A visit' });
    expect(screen.queryByText('Not sent yet')).toBeNull();
  });

  it('is thrown away once that was confirmed', async () => {
    const lists = [{ items: [draft] }, { items: [] }];
    const { user, client } = openList({
      listMessageDrafts: () => lists.shift(),
      discardMessageDraft: undefined,
    });
    await user.click(await screen.findByRole('button', { name: 'Delete Half term' }));
    const popUp = await screen.findByRole('alertdialog');
    await user.click(within(popUp).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText('Not sent yet')).toBeNull());
    const call = client.sent.find(({ operationId }) => operationId === 'discardMessageDraft');
    expect(call?.params).toEqual({ id: draft.id });
  });

  it('can still be read and copied when the access has ended', async () => {
    const frozen = { ...draft, isFrozen: true, accountName: 'Alex Moss' };
    const { container } = openList({ listMessageDrafts: { items: [frozen] } });
    await screen.findByText('Alex Moss, saved on 27 March at 2:32pm');
    screen.getByText('Could we');
    expect(screen.queryByRole('link', { name: /Go on writing/ })).toBeNull();
    await expectNoAxeViolations(container);
  });
});
