import { NetworkError } from '@cso/client';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { askWorker, draftAt, olivia, saved, sent, types } from '../../testing/messages';
import { sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import '../messages/MessagesPage.vue';
import '../messages/SentPage.vue';
import '../messages/WritePage.vue';

const PATH = `/accounts/${sam.id}/messages/new/${askWorker.id}`;
const place = { kind: 'new', targetId: askWorker.id } as const;
const other = { ...draftAt(place, { body: 'From my phone' }), revision: 7 };

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const box = () => screen.getByLabelText<HTMLTextAreaElement>('Your message');
const offline = () => Promise.reject(new NetworkError('offline'));

/** The page of a new message, opened; the service counts revisions as the real one does. */
async function openPage(replies: Replies = {}) {
  let revision = 0;
  const portal = renderPortal(PATH, {
    getSession: signedIn,
    getDashboard: sam,
    listMessageTypes: types,
    listRecipients: { items: [olivia] },
    listMessageDrafts: { items: [] },
    listThreads: { items: [] },
    saveMessageDraft: () => ({ ...saved, revision: (revision += 1) }),
    startThread: sent,
    ...replies,
  });
  await screen.findByLabelText('Your message');
  const saves = () => portal.client.sent.filter(({ operationId }) => operationId === 'saveMessageDraft');
  return { ...portal, saves };
}

describe('a draft', () => {
  it('is saved within 2 seconds of typing, and the page says when', async () => {
    const { user, client, saves } = await openPage();
    await user.type(box(), 'Dear Olivia');
    screen.getByText('Not saved yet');
    await pass(2_000);
    expect(client.bodyOf('saveMessageDraft')).toEqual({
      place: { accountId: sam.id, ...place },
      content: { body: 'Dear Olivia' },
      revision: 0,
    });
    await screen.findByText('Saved at 14:32');
    await user.type(box(), '!');
    await pass(2_000);
    expect(saves().at(-1)?.body).toMatchObject({ content: { body: 'Dear Olivia!' }, revision: 1 });
  });

  it('is there again when the page is opened anew', async () => {
    const content = { recipient: 'childs_worker', isPrivate: true, subject: 'School', body: 'Dear' } as const;
    const { user, client, container } = await openPage({
      listMessageDrafts: { items: [draftAt(place, content)] },
    });
    expect(box().value).toBe('Dear');
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('School');
    screen.getByRole('radio', { name: /Olivia Hart/, checked: true });
    screen.getByRole('checkbox', { checked: true });
    await expectNoAxeViolations(container);
    await user.type(box(), ' Olivia');
    await pass(2_000);
    expect(client.bodyOf('saveMessageDraft')).toMatchObject({
      content: { ...content, body: 'Dear Olivia' },
      revision: 3,
    });
  });

  it('of another place is left alone', async () => {
    await openPage({
      listMessageDrafts: { items: [draftAt({ ...place, kind: 'reply' }, { body: 'No' })] },
    });
    expect(box().value).toBe('');
  });

  it('is not shown as empty when the service did not answer', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [other] })];
    const portal = renderPortal(PATH, {
      getSession: signedIn,
      getDashboard: sam,
      listMessageTypes: types,
      listRecipients: { items: [olivia] },
      listMessageDrafts: () => answers.shift()?.(),
    });
    await portal.user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByDisplayValue('From my phone');
  });
});

describe('a draft that cannot be saved', () => {
  it('stays on the page while offline and is saved as soon as one is back', async () => {
    const answers = [offline, () => saved];
    const { user, container, saves } = await openPage({ saveMessageDraft: () => answers.shift()?.() });
    await user.type(box(), 'Dear');
    await pass(2_000);
    await screen.findByText(/You are offline\. Your text is kept on this page/);
    await expectNoAxeViolations(container);
    window.dispatchEvent(new Event('online'));
    await screen.findByText('Saved at 14:32');
    expect(saves()).toHaveLength(2);
  });

  it('is tried again while the service is not available', async () => {
    const answers = [refusal(503, 'UNAVAILABLE', { retryAfterMs: 20_000 }), () => saved];
    const { user } = await openPage({ saveMessageDraft: () => answers.shift()?.() });
    await user.type(box(), 'Dear');
    await pass(2_000);
    await screen.findByText(/We keep trying/);
    await pass(20_000);
    await screen.findByText('Saved at 14:32');
  });

  it('says so when the access has ended', async () => {
    const { user } = await openPage({ saveMessageDraft: refusal(409, 'DRAFT_FROZEN') });
    await user.type(box(), 'Dear');
    await pass(2_000);
    await screen.findByText(/can no longer be saved or sent/);
    expect(box().value).toBe('Dear');
  });

  it('leads to sign-in and back to the same page when the session has ended; the browser keeps nothing', async () => {
    const { user, router } = await openPage({ saveMessageDraft: refusal(401, 'NOT_SIGNED_IN') });
    await user.type(box(), 'Dear');
    await pass(2_000);
    await screen.findByText('You have been signed out. Sign in to go on.');
    expect(router.currentRoute.value.query['return']).toBe(PATH);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Dear');
  });
});

describe('a draft that was changed elsewhere', () => {
  async function clash(now: unknown) {
    const answers = [refusal(409, 'DRAFT_CHANGED'), () => ({ ...saved, revision: 8 })];
    const drafts = [{ items: [] }, { items: now ? [now] : [] }];
    const page = await openPage({
      saveMessageDraft: () => answers.shift()?.(),
      listMessageDrafts: () => (drafts.length > 1 ? drafts.shift() : drafts[0]),
    });
    await page.user.type(box(), 'From my computer');
    await pass(2_000);
    return page;
  }

  it('is shown beside this page’s, and the person chooses this one', async () => {
    const { user, container, client } = await clash(other);
    const choice = await screen.findByRole('alert');
    within(choice).getByText('From my phone');
    expect(box().value).toBe('From my computer');
    await expectNoAxeViolations(container);
    await user.click(within(choice).getByRole('button', { name: 'Keep the text on this page' }));
    await screen.findByText('Saved at 14:32');
    expect(client.bodyOf('saveMessageDraft')).toMatchObject({
      content: { body: 'From my computer' },
      revision: 7,
    });
    expect(screen.queryByText('From my phone')).toBeNull();
  });

  it('or the other one', async () => {
    const { user, saves } = await clash(other);
    await user.click(await screen.findByRole('button', { name: 'Use the other text' }));
    expect(box().value).toBe('From my phone');
    await pass(5_000);
    expect(saves()).toHaveLength(1);
    await user.type(box(), '!');
    await pass(2_000);
    expect(saves().at(-1)?.body).toMatchObject({ content: { body: 'From my phone!' }, revision: 7 });
  });

  it('may be gone, and then this page’s text can be kept', async () => {
    const { user, client } = await clash(undefined);
    await screen.findByText('This was sent or deleted in another place');
    await user.click(screen.getByRole('button', { name: 'Keep the text on this page' }));
    await screen.findByText('Saved at 14:32');
    expect(client.bodyOf('saveMessageDraft')).toMatchObject({ revision: 0 });
  });
});

describe('a page with unsaved text', () => {
  it('saves before it is left', async () => {
    const { user, client } = await openPage();
    await user.type(box(), 'Dear');
    await user.click(screen.getByRole('link', { name: /New messages/ }));
    await screen.findByRole('heading', { name: 'New messages' });
    expect(client.bodyOf('saveMessageDraft')).toMatchObject({ content: { body: 'Dear' } });
  });

  it('saves as soon as the field is left, for the next press may be Log out', async () => {
    const { user, client } = await openPage();
    await user.type(box(), 'Dear');
    expect(client.bodyOf('saveMessageDraft')).toBeUndefined();
    await user.tab();
    expect(client.bodyOf('saveMessageDraft')).toMatchObject({ content: { body: 'Dear' } });
  });

  it('asks before anything would be lost', async () => {
    const { user, router, container } = await openPage({ saveMessageDraft: offline });
    await user.type(box(), 'Dear');
    await user.click(screen.getByRole('link', { name: /New messages/ }));
    const question = await screen.findByRole('alertdialog', { name: 'Your last words are not saved' });
    await expectNoAxeViolations(container);
    await user.click(within(question).getByRole('button', { name: 'Stay on this page' }));
    expect(router.currentRoute.value.path).toBe(PATH);
    expect(box().value).toBe('Dear');
    await user.click(screen.getByRole('link', { name: /New messages/ }));
    await user.click(await screen.findByRole('button', { name: 'Leave this page' }));
    await screen.findByRole('heading', { name: 'New messages' });
  });

  it('holds the browser until it is saved', async () => {
    const { user } = await openPage();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await user.type(box(), 'Dear');
    expect(leave()).toBe(true);
    await screen.findByText('Saved at 14:32');
    expect(leave()).toBe(false);
  });
});

it('sending drops the draft: no save comes after it', async () => {
  const { user, saves } = await openPage();
  await user.click(screen.getByLabelText(/Olivia Hart/));
  await user.type(screen.getByLabelText('Subject'), 'School');
  await user.type(box(), 'Dear');
  await user.click(screen.getByRole('button', { name: 'Send message' }));
  await screen.findByRole('heading', { name: 'Message sent' });
  const before = saves().length;
  await pass(10_000);
  expect(saves()).toHaveLength(before);
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});
