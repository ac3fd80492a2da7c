import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { draftAt, recording, recordingRow, saved } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './RecordingPage.vue';
import './RecordingsPage.vue';

const open = (path: string, replies: Replies = {}) =>
  renderPortal(path, {
    getSession: signedIn,
    searchMyRecordings: { items: [recordingRow] },
    listRecordedChildren: { items: [{ accountId: sam.id, name: 'Sam Reed' }] },
    getMyRecording: recording,
    listMessageDrafts: { items: [] },
    saveMessageDraft: saved,
    addToRecording: { recordingId: recording.id },
    ...replies,
  });
const ONE = `/recordings/${recording.id}`;

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T12:00:00.000Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('the carer’s own recordings', () => {
  const signed = {
    ...recordingRow,
    id: saved.id,
    coversTo: '2026-03-20',
    countersignedAt: recordingRow.sentAt,
  };

  it('are listed with their days and what became of them, in words', async () => {
    const items = [recordingRow, { ...signed, additionCount: 2 }];
    const { container } = open('/recordings', { searchMyRecordings: { items } });
    const first = await screen.findByRole('link', { name: 'Sam Reed, 20 March to 22 March' });
    expect(first.getAttribute('href')).toBe(ONE);
    screen.getByRole('link', { name: 'Sam Reed, 20 March' });
    screen.getByText('Countersigned');
    screen.getByText(/2 additions\./);
    await expectNoAxeViolations(container);
  });

  it('are found by words and days, and what was looked for stands in no address', async () => {
    const { user, client, router } = open('/recordings');
    await user.type(await screen.findByLabelText('Words'), 'park');
    const from = within(screen.getByRole('group', { name: 'From' }));
    await user.type(from.getByLabelText('Day'), '1');
    await user.type(from.getByLabelText('Month'), '3');
    await user.type(from.getByLabelText('Year'), '2026');
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await screen.findByText('What we found');
    expect(client.bodyOf('searchMyRecordings')).toEqual({ text: 'park', coversFrom: '2026-03-01' });
    expect(router.currentRoute.value.fullPath).toBe('/recordings');

    await user.click(screen.getByRole('link', { name: /Sam Reed/ }));
    await screen.findByRole('heading', { name: 'Recording about Sam Reed' });
    await user.click(screen.getByRole('link', { name: 'Your recordings' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Words')).value).toBe('park');
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    await screen.findByText('Newest first');
    expect(screen.getByLabelText<HTMLInputElement>('Words').value).toBe('');
  });

  it('are found by child, once there are several', async () => {
    const children = [
      { accountId: jo.id, name: 'Alex Moss' },
      { accountId: sam.id, name: 'Sam Reed' },
    ];
    const { user, client, container } = open('/recordings', { listRecordedChildren: { items: children } });
    await user.selectOptions(await screen.findByLabelText('Child'), 'Sam Reed');
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await screen.findByText('What we found');
    expect(client.bodyOf('searchMyRecordings')).toEqual({ accountId: sam.id });
    await expectNoAxeViolations(container);
  });

  it('want real days, and words that fit', async () => {
    const { user } = open('/recordings');
    await user.click(await screen.findByLabelText('Words'));
    await user.paste('x'.repeat(101));
    await user.type(within(await screen.findByRole('group', { name: 'To' })).getByLabelText('Day'), '1');
    await user.click(screen.getByRole('button', { name: 'Search' }));
    screen.getByRole('link', { name: /The last day must be a real date/ });
    screen.getByRole('link', { name: 'Look for 100 characters or less' });
  });

  it('say so when there are none, or none was found', async () => {
    const { user, container } = open('/recordings', { searchMyRecordings: { items: [] } });
    await screen.findByText('You have not sent any recordings yet.');
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('Words'), 'sea');
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await screen.findByText('We found no recording like this.');
  });

  it('go on with older ones, and can be asked for again', async () => {
    const pages = [
      refusal(503, 'UNAVAILABLE'),
      () => ({ items: [recordingRow], nextCursor: 'c' }),
      () => ({ items: [{ ...signed, childName: 'Alex Moss' }] }),
    ];
    const { user, client } = open('/recordings', { searchMyRecordings: () => pages.shift()?.() });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await user.click(await screen.findByRole('button', { name: 'Show older recordings' }));
    await screen.findByRole('link', { name: /Alex Moss/ });
    screen.getByRole('link', { name: /Sam Reed/ });
    expect(client.bodyOf('searchMyRecordings')).toEqual({ cursor: 'c' });
  });
});

describe('one recording', () => {
  const addition = {
    id: saved.id,
    authorName: 'Jo Carer',
    sentAt: '2026-03-25T09:32:00.000Z',
    content: { facts: 'It was Sunday.', opinion: '', childsWords: '' },
  };

  it('shows its parts apart, the additions, and who has read and countersigned it', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user, container } = open(ONE, {
      getMyRecording: {
        ...recording,
        additions: [addition],
        countersignedBy: 'Daniel Osei',
        countersignedAt: '2026-03-26T09:32:00.000Z',
      },
    });
    await screen.findByRole('heading', { level: 1, name: 'Recording about Sam Reed' });
    for (const part of ['What happened', 'My thoughts (opinion)', 'The child’s own words']) {
      screen.getByRole('heading', { level: 2, name: part });
    }
    screen.getByRole('heading', { name: 'Added by Jo Carer on 25 March 2026 at 9:32am' });
    screen.getByText('Read by Olivia Hart on 24 March 2026 at 9:32am');
    screen.getByText('Countersigned by Daniel Osei on 26 March 2026 at 9:32am');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Print this recording' }));
    expect(print).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('is added to, never changed', async () => {
    const { user, client, container } = open(ONE);
    await user.click(await screen.findByRole('button', { name: 'Add to this recording' }));
    expect(document.activeElement?.textContent).toContain('Add to this recording');
    await user.click(screen.getByRole('button', { name: 'Send addition' }));
    screen.getByRole('link', { name: 'Enter what happened' });
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('What happened'), 'It was Sunday.');
    await user.click(screen.getByRole('button', { name: 'Send addition' }));
    await screen.findByText('Your addition has been sent.');
    const call = client.sent.find(({ operationId }) => operationId === 'addToRecording');
    expect(call?.params).toEqual({ id: recording.id });
    expect(call?.body).toEqual({ content: addition.content });
    expect(screen.queryByLabelText('What happened')).toBeNull();
    await waitFor(() => {
      const reads = client.sent.filter(({ operationId }) => operationId === 'getMyRecording');
      expect(reads).toHaveLength(2);
    });
  });

  it('opens an addition that was begun before', async () => {
    const begun = draftAt({ kind: 'addition', targetId: recording.id }, { facts: 'And then' });
    open(ONE, { listMessageDrafts: { items: [begun] } });
    await screen.findByDisplayValue('And then');
  });

  it('of an access that has ended can be read and not added to', async () => {
    open(ONE, { getMyRecording: { ...recording, readBy: [], canAdd: false } });
    await screen.findByText('Not read yet');
    expect(screen.queryByRole('button', { name: 'Add to this recording' })).toBeNull();
  });

  it('that is somebody else’s is said not to be there', async () => {
    const { container } = open(ONE, { getMyRecording: refusal(404, 'NOT_FOUND') });
    await screen.findByRole('heading', { name: 'You cannot see this recording' });
    await expectNoAxeViolations(container);
  });
});
