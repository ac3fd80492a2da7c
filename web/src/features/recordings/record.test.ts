import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { draftAt, recording, recordingType, saved, types } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './RecordPage.vue';
import './RecordingSentPage.vue';

const PATH = `/accounts/${sam.id}/messages/recording`;
const place = { kind: 'new', targetId: recordingType.id } as const;
const begun = draftAt(place, {
  coversFrom: '20/3/2026',
  coversTo: '22/3/2026',
  facts: 'We went to the park.\nIt rained.',
  childsWords: 'Again!',
});

const open = (replies: Replies = {}, path = PATH) =>
  renderPortal(path, {
    getSession: signedIn,
    getDashboard: sam,
    listMessageTypes: types,
    listMessageDrafts: { items: [] },
    saveMessageDraft: saved,
    sendRecording: { recordingId: recording.id },
    ...replies,
  });

async function openForm(replies: Replies = {}, path = PATH) {
  const portal = open(replies, path);
  await screen.findByLabelText('What happened');
  const day = async (name: string, values: string[]) => {
    const group = within(screen.getByRole('group', { name }));
    for (const [index, part] of ['Day', 'Month', 'Year'].entries()) {
      await portal.user.clear(group.getByLabelText(part));
      await portal.user.paste(values[index] ?? '');
    }
  };
  const write = async (name: string, text: string) => {
    await portal.user.click(screen.getByLabelText(name));
    await portal.user.paste(text);
  };
  const goOn = () => portal.user.click(screen.getByRole('button', { name: 'Continue' }));
  const sends = () => portal.client.sent.filter(({ operationId }) => operationId === 'sendRecording');
  return { ...portal, day, write, goOn, sends };
}

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T12:00:00.000Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('a foster carer recording', () => {
  it('is filled in, and checked before it is sent', async () => {
    const { container, day, write, goOn, sends } = await openForm();
    screen.getByText('This recording is about Sam Reed.');
    await expectNoAxeViolations(container);
    await day('First day', ['20', '3', '2026']);
    await day('Last day', ['22', '3', '2026']);
    await write('What happened', 'We went to the park.');
    await write('My thoughts (optional)', 'A calm day.');
    await write('The child’s own words (optional)', 'Again!');
    await goOn();

    await screen.findByRole('heading', { name: 'Check your recording before you send it' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    for (const text of ['20 March 2026', '22 March 2026', 'A calm day.', 'Again!']) screen.getByText(text);
    expect(sends()).toEqual([]);
    await expectNoAxeViolations(container);
  });

  it('is sent as it was checked; then the page says what happens next', async () => {
    const { user, container, goOn, client } = await openForm({ listMessageDrafts: { items: [begun] } });
    await goOn();
    await user.click(await screen.findByRole('button', { name: 'Send recording' }));
    await screen.findByRole('heading', { name: 'Recording sent' });
    expect(client.bodyOf('sendRecording')).toEqual({
      accountId: sam.id,
      coversFrom: '2026-03-20',
      coversTo: '2026-03-22',
      content: { facts: begun.content.facts, opinion: '', childsWords: 'Again!' },
    });
    await expectNoAxeViolations(container);
    screen.getByRole('link', { name: 'See your recording' });
  });

  it('wants days and what happened', async () => {
    const { day, goOn, container } = await openForm();
    await goOn();
    screen.getByRole('link', { name: 'Enter the first day' });
    screen.getByRole('link', { name: 'Enter the last day' });
    screen.getByRole('link', { name: 'Enter what happened' });
    await expectNoAxeViolations(container);
    await day('First day', ['20', '3', '2026']);
    await day('Last day', ['28', '3', '2026']);
    await goOn();
    screen.getByRole('link', { name: 'The last day must be today or in the past' });
    await day('Last day', ['27', '3', '2026']);
    await goOn();
    screen.getByRole('link', { name: /at most 7 days/ });
  });

  it('goes back from the check to change, with everything still there', async () => {
    const { user, goOn } = await openForm({ listMessageDrafts: { items: [begun] } });
    await goOn();
    await user.click(await screen.findByRole('link', { name: 'Change What happened' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('What happened')).value).toBe(
      begun.content.facts,
    );
  });

  it('is there again at the check page after a sign-in', async () => {
    open({ listMessageDrafts: { items: [begun] } }, `${PATH}?step=check`);
    await screen.findByRole('heading', { name: 'Check your recording before you send it' });
    expect(screen.getByText(/We went to the park\./).textContent).toBe('We went to the park.\nIt rained.');
    screen.getByText('Nothing written');
  });

  it('that is not complete has no check page', async () => {
    await openForm({}, `${PATH}?step=check`);
    screen.getByRole('group', { name: 'First day' });
  });

  it('is kept as a draft, days and all', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { client, day, write } = await openForm();
    await day('First day', ['20', '3']);
    await write('What happened', 'We');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.bodyOf('saveMessageDraft')).toEqual({
      place: { accountId: sam.id, ...place },
      content: { coversFrom: '20/3/', facts: 'We' },
      revision: expect.any(Number),
    });
  });

  it('is sent once however often it is pressed', async () => {
    let finish: (reply: unknown) => void = () => undefined;
    const { user, goOn, sends } = await openForm({
      listMessageDrafts: { items: [begun] },
      sendRecording: () => new Promise((resolve) => (finish = resolve)),
    });
    await goOn();
    const button = await screen.findByRole('button', { name: 'Send recording' });
    await user.click(button);
    await user.click(button);
    await waitFor(() => expect(sends()).toHaveLength(1));
    finish({ recordingId: recording.id });
    await screen.findByRole('heading', { name: 'Recording sent' });
    expect(sends()).toHaveLength(1);
  });

  it('repeats a lost answer under the same key', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ recordingId: recording.id })];
    const { user, goOn, sends } = await openForm({
      listMessageDrafts: { items: [begun] },
      sendRecording: () => answers.shift()?.(),
    });
    await goOn();
    await user.click(await screen.findByRole('button', { name: 'Send recording' }));
    await screen.findByText('There is a problem');
    await user.click(screen.getByRole('button', { name: 'Send recording' }));
    await screen.findByRole('heading', { name: 'Recording sent' });
    expect(sends()[0]?.idempotencyKey).toBe(sends()[1]?.idempotencyKey);
  });

  it('with urgent words shows whom to ring first', async () => {
    const urgent = draftAt(place, { ...begun.content, facts: 'Sam went missing' });
    const { user, goOn, sends } = await openForm({ listMessageDrafts: { items: [urgent] } });
    await goOn();
    await user.click(await screen.findByRole('button', { name: 'Send recording' }));
    await screen.findByRole('alertdialog', { name: 'Before you send' });
    expect(sends()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Send it now' }));
    await screen.findByRole('heading', { name: 'Recording sent' });
  });

  it('is not written in a carer’s own account', async () => {
    open({ getDashboard: jo }, `/accounts/${jo.id}/messages/recording`);
    await screen.findByText(/A recording is about a child/);
    expect(screen.queryByLabelText('What happened')).toBeNull();
  });
});
