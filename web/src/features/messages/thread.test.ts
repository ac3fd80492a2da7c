import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { draftAt, fromMe, fromOlivia, saved, sent, thread, types } from '../../testing/messages';
import { council, jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './MessagesPage.vue';
import './ThreadPage.vue';

const openThread = (replies: Replies = {}, path = `/accounts/${sam.id}/messages/${thread.id}`) =>
  renderPortal(path, {
    getSession: signedIn,
    getDashboard: sam,
    getThread: thread,
    listMessageDrafts: { items: [] },
    listMessageTypes: types,
    saveMessageDraft: saved,
    ...replies,
  });

const callsOf = (client: ReturnType<typeof openThread>['client'], operationId: string) =>
  client.sent.filter((call) => call.operationId === operationId);

describe('a conversation', () => {
  it('shows who it is with, the messages oldest first, and who has read one’s own', async () => {
    const readBy = [{ name: 'Olivia Hart', readAt: '2025-03-27T09:32:00.000Z' }];
    const { container, client } = openThread({
      getThread: { ...thread, isPrivate: true, messages: [fromOlivia, { ...fromMe, readBy }] },
    });
    await screen.findByRole('heading', { level: 1, name: 'School this week' });
    screen.getByText(/This is with Olivia Hart\..*Only you and the team can see it\./s);
    const said = [...container.querySelectorAll('.cso-message')].map((item) => item.textContent);
    expect(said[0]).toContain('How was school?');
    expect(said[1]).toContain('Read by Olivia Hart on 27 March 2025 at 9:32am');
    expect(callsOf(client, 'markThreadRead')).toEqual([]);
    await screen.findByLabelText('Your reply');
    await expectNoAxeViolations(container);
  });

  it('is marked read when it is shown, once and up to the newest', async () => {
    let unreadCount = 1;
    const { client } = openThread({
      getThread: () => ({ ...thread, unreadCount }),
      markThreadRead: () => void (unreadCount = 0),
    });
    await waitFor(() => expect(client.bodyOf('markThreadRead')).toEqual({ upToMessageId: fromMe.id }));
    await waitFor(() => expect(callsOf(client, 'getDashboard').length).toBeGreaterThan(1));
    expect(callsOf(client, 'markThreadRead')).toHaveLength(1);
  });

  it('brings older messages on demand', async () => {
    const older = { ...fromOlivia, id: fromMe.id, body: 'Hello Jo' };
    const { user } = openThread({
      getThread: (call: { query?: { cursor?: string } }) =>
        call.query?.cursor
          ? { ...thread, messages: [older] }
          : { ...thread, messages: [fromOlivia], olderCursor: 'c' },
    });
    await user.click(await screen.findByRole('button', { name: 'Show older messages' }));
    await screen.findByText('Hello Jo');
    const said = screen.getAllByText(/Hello Jo|How was school/).map((body) => body.textContent);
    expect(said).toEqual(['Hello Jo', 'How was school?']);
    expect(document.activeElement?.textContent).toContain('These are all the messages.');
  });

  it('is shown under the account that it is about, whatever the address says', async () => {
    const { router } = openThread({ getDashboard: sam }, `/accounts/${jo.id}/messages/${thread.id}`);
    await screen.findByRole('heading', { name: 'School this week' });
    expect(router.currentRoute.value.params['accountId']).toBe(sam.id);
  });

  it('says the same of one that is somebody else’s as of one that does not exist', async () => {
    const { container } = openThread({ getThread: refusal(404, 'NOT_FOUND') });
    await screen.findByRole('heading', { name: 'You cannot see this message' });
    await expectNoAxeViolations(container);
  });

  it('can be asked for again', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => thread];
    const { user } = openThread({ getThread: () => (answers.length > 1 ? answers.shift() : answers[0])?.() });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'School this week' });
  });
});

describe('a reply', () => {
  it('is sent once however often it is pressed, and says who got it', async () => {
    let finish: (reply: unknown) => void = () => undefined;
    const { user, client, container } = openThread({
      replyToThread: () => new Promise((resolve) => (finish = resolve)),
    });
    await user.type(await screen.findByLabelText('Your reply'), 'Thank you');
    const button = screen.getByRole('button', { name: 'Send reply' });
    await user.click(button);
    await user.click(button);
    await waitFor(() => expect(callsOf(client, 'replyToThread')).toHaveLength(1));
    finish(sent);
    await screen.findByText('Your reply has been sent to Olivia Hart.');
    expect(document.activeElement?.textContent).toContain('Your reply has been sent');
    expect(callsOf(client, 'replyToThread')).toHaveLength(1);
    expect(client.bodyOf('replyToThread')).toEqual({ body: 'Thank you' });
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your reply').value).toBe('');
    await expectNoAxeViolations(container);
  });

  it('repeats a lost answer under the same key, and the same words later under another', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => sent, () => sent];
    const { user, client } = openThread({ replyToThread: () => answers.shift()?.() });
    const say = async () => {
      await user.clear(screen.getByLabelText('Your reply'));
      await user.type(screen.getByLabelText('Your reply'), 'Yes');
      await user.click(screen.getByRole('button', { name: 'Send reply' }));
    };
    await screen.findByLabelText('Your reply');
    await say();
    await screen.findByText('There is a problem');
    await user.click(screen.getByRole('button', { name: 'Send reply' }));
    await screen.findByText(/has been sent/);
    await say();
    await waitFor(() => expect(callsOf(client, 'replyToThread')).toHaveLength(3));
    const [first, second, third] = callsOf(client, 'replyToThread').map((call) => call.idempotencyKey);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it('needs words', async () => {
    const { user, client } = openThread();
    await screen.findByLabelText('Your reply');
    await user.click(screen.getByRole('button', { name: 'Send reply' }));
    screen.getByRole('link', { name: 'Enter your message' });
    expect(callsOf(client, 'replyToThread')).toEqual([]);
  });

  it.each([
    ['access_ended', 'your access to this account has ended', 'Select an account'],
    ['locked', 'closed this conversation to replies', 'Write a new message'],
    ['moved', 'was moved to the account', 'Write a new message'],
  ])('is not offered when refused (%s): why, and the other way to write', async (replyRefusal, why, way) => {
    const begun = draftAt({ kind: 'reply', targetId: thread.id }, { body: 'What I began' });
    const { container } = openThread({
      getThread: { ...thread, replyRefusal },
      listMessageDrafts: { items: [begun] },
    });
    await screen.findByText(new RegExp(why));
    screen.getByRole('button', { name: way });
    expect(screen.queryByLabelText('Your reply')).toBeNull();
    await screen.findByText('What I began');
    await expectNoAxeViolations(container);
  });

  it('of a moved conversation is written where it is now', async () => {
    const movedTo = {
      threadId: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c7b02',
      accountId: jo.id,
      accountName: 'Jo Carer',
    };
    openThread({ getThread: { ...thread, replyRefusal: 'moved', messages: [], movedTo } });
    const there = await screen.findByRole('link', { name: 'Go to the conversation in Jo Carer' });
    expect(there.getAttribute('href')).toBe(`/accounts/${jo.id}/messages/${movedTo.threadId}`);
  });

  it('Abuse: a conversation that was closed to replies leaves a number to ring', async () => {
    openThread({ getThread: { ...thread, replyRefusal: 'locked' } });
    await screen.findByText(/closed this conversation to replies/);
    const number = await within(screen.getByRole('main')).findByRole('link', { name: council.supportPhone });
    expect(number.getAttribute('href')).toMatch(/^tel:/);
  });

  it('that the team no longer takes keeps its words', async () => {
    const locked = { ...thread, replyRefusal: 'locked' };
    const threads = [thread, locked];
    const { user } = openThread({
      getThread: () => (threads.length > 1 ? threads.shift() : threads[0]),
      replyToThread: refusal(409, 'THREAD_LOCKED'),
      listMessageDrafts: () => ({
        items: [draftAt({ kind: 'reply', targetId: thread.id }, { body: 'One more thing' })],
      }),
    });
    await screen.findByDisplayValue('One more thing');
    await user.click(screen.getByRole('button', { name: 'Send reply' }));
    await screen.findByText(/closed this conversation to replies/);
    await screen.findByText('One more thing');
  });
});

describe('taking a message back', () => {
  it('asks first, and says what becomes of one that was read', async () => {
    const readBy = [{ name: 'Olivia Hart', readAt: '2026-03-27T09:32:00.000Z' }];
    const { user, client, container } = openThread({
      getThread: { ...thread, messages: [fromOlivia, { ...fromMe, readBy }] },
      withdrawMyMessage: undefined,
    });
    await user.click(await screen.findByRole('button', { name: 'Take this message back' }));
    const popUp = await screen.findByRole('alertdialog');
    within(popUp).getByText(/stays here for everybody, struck out/);
    await expectNoAxeViolations(container);
    await user.click(within(popUp).getByRole('button', { name: 'Take it back' }));
    await screen.findByText('You have taken your message back.');
    expect(callsOf(client, 'withdrawMyMessage')[0]?.params).toEqual({ id: fromMe.id });
  });

  it('leads to the list when it was all there was', async () => {
    const { user, router } = openThread({
      getThread: { ...thread, messages: [fromMe] },
      listThreads: { items: [] },
      withdrawMyMessage: undefined,
    });
    await user.click(await screen.findByRole('button', { name: 'Take this message back' }));
    await user.click(await screen.findByRole('button', { name: 'Take it back' }));
    await screen.findByRole('heading', { name: 'New messages' });
    expect(router.currentRoute.value.path).toBe(`/accounts/${sam.id}/messages`);
  });

  it('does nothing when it was not meant', async () => {
    const { user, client } = openThread();
    await user.click(await screen.findByRole('button', { name: 'Take this message back' }));
    const popUp = await screen.findByRole('alertdialog');
    within(popUp).getByText(/Nobody has read it yet/);
    await user.click(within(popUp).getByRole('button', { name: 'Cancel' }));
    expect(callsOf(client, 'withdrawMyMessage')).toEqual([]);
  });

  it('is offered for one’s own messages alone, and not twice', async () => {
    openThread({
      getThread: {
        ...thread,
        messages: [fromOlivia, { ...fromMe, withdrawnAt: '2026-03-27T10:00:00.000Z' }],
      },
    });
    await screen.findByText(/Taken back on 27 March/);
    expect(screen.queryByRole('button', { name: 'Take this message back' })).toBeNull();
  });
});
