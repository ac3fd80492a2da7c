import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildRecording, buildRecordingSummary, idOf } from '../../app/testing/records';
import RecordingsPage from './RecordingsPage.vue';

const unread = buildRecordingSummary({ id: idOf(101), childName: 'Sam Reed', isRead: false, daysLate: 3 });

function service(answers = {}) {
  return fakeService({
    listRecordings: () => ({ items: [buildRecordingSummary(), unread] }),
    getRecording: () => buildRecording(),
    countersignRecording: () => ({ count: 1 }),
    ...answers,
  });
}
const closed = { props: { id: '' } };

describe('recordings', () => {
  it('shows what waits for a countersign, and what came late', async () => {
    const { container } = await renderPage(RecordingsPage, service(), closed);
    await screen.findByRole('link', { name: 'Mia Hollins' });
    screen.getByText('3 days late');
    await expectNoAxeViolations(container);
  });

  it('countersigns a batch once the worker has said yes', async () => {
    const asked = service();
    const { user } = await renderPage(RecordingsPage, asked, closed);
    await user.click(await screen.findByLabelText(/recording about Mia Hollins/));
    await user.click(screen.getByRole('button', { name: 'Countersign the selected recordings' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await user.click(dialog.getByRole('button', { name: 'Countersign' }));
    await expect
      .poll(() => asked.of('countersignRecording'))
      .toMatchObject([{ body: { recordingIds: [idOf(100)] }, idempotencyKey: expect.any(String) }]);
  });

  it('refuses to countersign what was not read, and an empty choice', async () => {
    const asked = service();
    const { user } = await renderPage(RecordingsPage, asked, closed);
    const press = await screen.findByRole('button', { name: 'Countersign the selected recordings' });
    await user.click(press);
    screen.getByText('Select at least one recording.');
    await user.click(screen.getByLabelText(/recording about Sam Reed/));
    await user.click(press);
    screen.getByText(/You have not read every recording/);
    expect(asked.of('countersignRecording')).toEqual([]);
  });

  it('keeps what happened, the view and the child’s words apart, with additions and readers', async () => {
    const { container } = await renderPage(RecordingsPage, service(), { props: { id: idOf(100) } });
    await screen.findByText('We went to the farm.');
    expect(screen.getAllByText('The carer’s own view')).toHaveLength(2);
    screen.getByText('She seemed calmer.');
    screen.getByText('Nothing written');
    screen.getByText(/Added by Sandra Okafor/);
    screen.getByText(/Read by Priya Nair/);
    await expectNoAxeViolations(container);
  });

  it('says when another worker was quicker', async () => {
    const asked = service({ countersignRecording: () => refuse(409, 'STATE_CHANGED') });
    const { user } = await renderPage(RecordingsPage, asked, { props: { id: idOf(100) } });
    await user.click(await screen.findByRole('button', { name: 'Countersign' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await user.click(dialog.getByRole('button', { name: 'Countersign' }));
    await screen.findByText('Somebody else was quicker. The page now shows how it stands.');
  });

  it('explains an empty list', async () => {
    await renderPage(RecordingsPage, service({ listRecordings: () => ({ items: [] }) }), closed);
    await screen.findByText('Nothing to countersign');
  });
});
