import type { WorkerThread } from '@cso/contract';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, renderPage, type SentCall } from '../../app/testing/fake-service';
import { buildMessage, buildThread, idOf } from '../../app/testing/records';
import ThreadPanel from './ThreadPanel.vue';

const service = (thread: WorkerThread, answers = {}) =>
  fakeService({
    getWorkerThread: () => thread,
    markWorkerThreadRead: () => undefined,
    attendThread: () => ({ items: [] }),
    leaveThread: () => undefined,
    ...answers,
  });
const opened = { props: { id: idOf(70), closeTo: { name: 'inbox' } } };

describe('an open thread', () => {
  it('says who else has the thread open', async () => {
    const others = [
      { workerId: idOf(2), workerName: 'Daniel Osei' },
      { workerId: idOf(3), workerName: 'Ruth Bellamy' },
    ];
    const asked = service(buildThread(), { attendThread: () => ({ items: others }) });
    const { unmount } = await renderPage(ThreadPanel, asked, opened);
    await screen.findByText('Daniel Osei and Ruth Bellamy have this open now.');
    unmount();
    expect(asked.of('leaveThread')).toHaveLength(1);
  });

  it('files a copy of the whole thread, and keeps its receipt', async () => {
    const pages = [
      buildThread({ messages: [buildMessage({ body: 'The newest' })], olderCursor: 'older' }),
      buildThread({ messages: [buildMessage({ id: idOf(88), body: 'The oldest' })] }),
    ];
    const saved: { name: string; content: Blob }[] = [];
    const asked = service(buildThread(), {
      getWorkerThread: ({ query }: SentCall) => (query?.['cursor'] ? pages[1] : pages[0]),
      fileThread: () => buildThread(),
    });
    const { user } = await renderPage(ThreadPanel, asked, {
      ...opened,
      platform: { saveFile: async (file) => (saved.push(file), 'saved') },
    });
    await user.click(await screen.findByRole('button', { name: 'File a copy' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Save the copy' }));
    dialog.getByRole('link', { name: 'Select whose record' });
    await user.click(dialog.getByRole('radio', { name: buildThread().accountName }));
    await user.click(dialog.getByRole('button', { name: 'Save the copy' }));
    await screen.findByText('The copy is filed.');
    expect(saved[0]!.name).toMatch(/^thread-[\d-]+\.txt$/);
    const text = await saved[0]!.content.text();
    expect(text.indexOf('The oldest')).toBeLessThan(text.indexOf('The newest'));
    expect(asked.of('fileThread')[0]?.body).toMatchObject({
      recordOf: buildThread().accountId,
      messageCount: 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('shows older messages when they are asked for, before the newest', async () => {
    const newest = buildThread({ messages: [buildMessage({ body: 'The newest' })], olderCursor: 'older' });
    const oldest = buildThread({ messages: [buildMessage({ id: idOf(7), body: 'The oldest' })] });
    const asked = service(newest, {
      getWorkerThread: ({ query }: SentCall) => (query?.['cursor'] ? oldest : newest),
    });
    const { user } = await renderPage(ThreadPanel, asked, opened);
    await user.click(await screen.findByRole('button', { name: 'Show older messages' }));
    await screen.findByText('The oldest');
    const shown = screen.getAllByText(/^The (oldest|newest)$/).map(({ textContent }) => textContent);
    expect(shown).toEqual(['The oldest', 'The newest']);
    expect(screen.queryByRole('button', { name: 'Show older messages' })).toBeNull();
  });
});
