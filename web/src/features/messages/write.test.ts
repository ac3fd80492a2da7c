import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { askWorker, olivia, saved, sent, team, thread, types } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './ChooseTypePage.vue';
import './WritePage.vue';
import './SentPage.vue';

const openAt = (path: string, replies: Replies = {}) =>
  renderPortal(path, {
    getSession: signedIn,
    getDashboard: sam,
    listMessageTypes: types,
    listRecipients: { items: [olivia, team] },
    listMessageDrafts: { items: [] },
    listThreads: { items: [] },
    saveMessageDraft: saved,
    startThread: sent,
    ...replies,
  });
const WRITE = `/accounts/${sam.id}/messages/new/${askWorker.id}`;

async function openForm(replies: Replies = {}) {
  const portal = openAt(WRITE, replies);
  await screen.findByLabelText('Your message');
  const { user } = portal;
  const fillIn = async (body = 'May we talk?') => {
    await user.click(screen.getByLabelText('Olivia Hart, Sam Reed’s social worker'));
    await user.click(screen.getByLabelText('Subject'));
    await user.paste('Olivia Hart: school');
    await user.click(screen.getByLabelText('Your message'));
    await user.paste(body);
  };
  const send = () => user.click(screen.getByRole('button', { name: 'Send message' }));
  const sends = () => portal.client.sent.filter(({ operationId }) => operationId === 'startThread');
  return { ...portal, fillIn, send, sends };
}

afterEach(() => vi.useRealTimers());

describe('choosing what to write', () => {
  it('shows each type with its guidance and leads on', async () => {
    const { user, container, router } = openAt(`/accounts/${sam.id}/messages/new`);
    const choice = await screen.findByRole('radio', { name: 'Message your worker' });
    screen.getByText('We answer within two working days.');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    screen.getByRole('link', { name: 'Select what you want to write' });
    await user.click(choice);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByLabelText('Your message');
    expect(router.currentRoute.value.path).toBe(WRITE);
  });

  it('leads to the recording of a child, and has none in a carer’s own account', async () => {
    const first = openAt(`/accounts/${sam.id}/messages/new`);
    await first.user.click(await screen.findByRole('radio', { name: 'Foster carer recording' }));
    await first.user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByLabelText('What happened');
    first.unmount();
    openAt(`/accounts/${jo.id}/messages/new`, { getDashboard: jo });
    await screen.findByText(/A recording is about a child/);
    expect(screen.queryByRole('radio', { name: 'Foster carer recording' })).toBeNull();
  });
});

describe('a new message', () => {
  it('names everybody who could get it, and who reads for them', async () => {
    const away = { ...olivia, cover: { workerName: 'Daniel Osei', backOn: '2025-04-04' } };
    const { container } = await openForm({ listRecipients: { items: [away, team] } });
    screen.getByText('Daniel Osei is reading for Olivia Hart, who is back on 4 April 2025.');
    screen.getByRole('radio', { name: 'Your fostering team: North team' });
    screen.getByRole('radio', { name: 'I am not sure: send to the team' });
    screen.getByText('Put the first and last name of the worker in the subject.');
    screen.getByText('You can enter up to 10,000 characters');
    await expectNoAxeViolations(container);
  });

  it('keeps what is typed while a later question about the recipients is not answered', async () => {
    const answers = [() => ({ items: [olivia, team] }), refusal(503, 'UNAVAILABLE')];
    const { fillIn, client } = await openForm({ listRecipients: () => answers.shift()?.() });
    await fillIn('Half a sentence');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await vi.advanceTimersByTimeAsync(60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() =>
      expect(client.sent.filter(({ operationId }) => operationId === 'listRecipients')).toHaveLength(2),
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.getByLabelText('Your message')).toHaveProperty('value', 'Half a sentence');
  });

  it('says what is missing', async () => {
    const { send, sends } = await openForm();
    await send();
    screen.getByRole('link', { name: 'Select who your message is for' });
    screen.getByRole('link', { name: 'Enter a subject' });
    screen.getByRole('link', { name: 'Enter your message' });
    expect(sends()).toEqual([]);
  });

  it('is sent once however often it is pressed; then the page says who got it', async () => {
    let finish: (reply: unknown) => void = () => undefined;
    const page = await openForm({ startThread: () => new Promise((resolve) => (finish = resolve)) });
    await page.fillIn();
    await page.user.click(screen.getByLabelText('Only me and the team can see this'));
    await page.send();
    await page.send();
    await waitFor(() => expect(page.sends()).toHaveLength(1));
    finish(sent);
    await screen.findByRole('heading', { name: 'Message sent' });
    screen.getByText('It went to Olivia Hart');
    expect(page.sends()).toHaveLength(1);
    expect(page.client.bodyOf('startThread')).toEqual({
      accountId: sam.id,
      typeId: askWorker.id,
      recipient: 'childs_worker',
      subject: 'Olivia Hart: school',
      body: 'May we talk?',
      isPrivate: true,
    });
    await expectNoAxeViolations(page.container);
    screen.getByRole('link', { name: 'Back to your messages' });
    expect(screen.getByRole('link', { name: 'See your message' }).getAttribute('href')).toBe(
      `/accounts/${sam.id}/messages/${thread.id}`,
    );
  });

  it('that went to whoever the team decides is told so', async () => {
    const { fillIn, send, user } = await openForm({ startThread: { ...sent, sentTo: null } });
    await fillIn();
    await user.click(screen.getByLabelText('I am not sure: send to the team'));
    await send();
    await screen.findByText('It went to your fostering team');
  });

  it('to somebody who is away says who reads it', async () => {
    const cover = { workerName: 'Daniel Osei', backOn: '2025-04-04' };
    const { fillIn, send } = await openForm({ startThread: { ...sent, cover } });
    await fillIn();
    await send();
    await screen.findByText('Daniel Osei is reading for Olivia Hart, who is back on 4 April 2025.');
  });

  it('repeats a lost answer under the same key', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => sent];
    const { fillIn, send, sends } = await openForm({ startThread: () => answers.shift()?.() });
    await fillIn();
    await send();
    await screen.findByText('There is a problem');
    await send();
    await screen.findByRole('heading', { name: 'Message sent' });
    expect(sends()).toHaveLength(2);
    expect(sends()[0]?.idempotencyKey).toBe(sends()[1]?.idempotencyKey);
  });

  it('cannot be kept from the household in a carer’s own account', async () => {
    openAt(`/accounts/${jo.id}/messages/new/${askWorker.id}`, { getDashboard: jo });
    await screen.findByLabelText('Your message');
    expect(screen.queryByLabelText('Only me and the team can see this')).toBeNull();
  });

  it('of a kind that is gone is said to be gone', async () => {
    openAt(`/accounts/${sam.id}/messages/new/${thread.id}`);
    await screen.findByText(/You can no longer write this kind of message/);
  });

  it('can be begun again when the service did not answer', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [olivia] })];
    const { user } = openAt(WRITE, { listRecipients: () => answers.shift()?.() });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByLabelText('Your message');
  });
});

describe('what cannot wait', () => {
  const at = (iso: string) => vi.useFakeTimers({ now: new Date(iso), toFake: ['Date'] });

  it('shows the numbers before urgent words are sent, and sends them all the same', async () => {
    const { fillIn, send, sends, container, user } = await openForm();
    await fillIn('Sam is missing');
    await send();
    const popUp = await screen.findByRole('alertdialog', { name: 'Before you send' });
    within(popUp).getByRole('link', { name: '999' });
    const goBack = within(popUp).getByRole('button', { name: 'Go back to your text' });
    expect(goBack.hasAttribute('autofocus')).toBe(true);
    within(popUp).getByRole('link', { name: '01632 960002' });
    expect(sends()).toEqual([]);
    await expectNoAxeViolations(container);
    await user.click(within(popUp).getByRole('button', { name: 'Send it now' }));
    await screen.findByRole('heading', { name: 'Message sent' });
    expect(sends()).toHaveLength(1);
  });

  it('lets the person go back to the text', async () => {
    const { fillIn, send, sends, user } = await openForm();
    await fillIn('Sam is missing');
    await send();
    await user.click(await screen.findByRole('button', { name: 'Go back to your text' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your message').value).toBe('Sam is missing');
    expect(sends()).toEqual([]);
  });

  it('shows the numbers while the office is closed', async () => {
    at('2026-03-28T12:00:00.000Z');
    const { container } = await openForm();
    screen.getByText(/The office is closed now/);
    screen.getByRole('link', { name: '01632 960002' });
    await expectNoAxeViolations(container);
  });

  it('does not while it is open', async () => {
    at('2026-03-27T12:00:00.000Z');
    await openForm();
    expect(screen.queryByText(/The office is closed now/)).toBeNull();
  });
});
