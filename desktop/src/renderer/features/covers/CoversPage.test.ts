import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage, worker } from '../../app/testing/fake-service';
import { idOf } from '../../app/testing/records';
import CoversPage from './CoversPage.vue';

const cover = {
  id: idOf(110),
  workerId: worker.id,
  workerName: worker.name,
  coverId: idOf(3),
  coverName: 'Daniel Osei',
  startsOn: '2026-03-30',
  endsOn: '2026-04-03',
};
const buildWorker = (id: string, firstName: string, lastName: string) => ({
  id,
  firstName,
  lastName,
  email: `${firstName}@council.example`,
  role: 'caseworker',
  teamId: null,
  teamName: null,
  isActive: true,
});

const service = (answers = {}) =>
  fakeService({
    listCovers: () => ({ items: [cover] }),
    setCover: () => cover,
    endCover: () => undefined,
    listWorkers: () => ({
      items: [buildWorker(worker.id, 'Priya', 'Nair'), buildWorker(idOf(3), 'Daniel', 'Osei')],
    }),
    ...answers,
  });

async function fillIn(user: Awaited<ReturnType<typeof renderPage>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Set cover' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(await dialog.findByLabelText('Who reads for them'), 'Daniel Osei');
  const last = within(dialog.getByRole('group', { name: 'Last day away' }));
  await user.type(last.getByLabelText('Day'), '3');
  await user.type(last.getByLabelText('Month'), '4');
  await user.type(last.getByLabelText('Year'), '2099');
  await user.click(dialog.getByRole('button', { name: 'Set cover' }));
  return dialog;
}

describe('cover', () => {
  it('shows who is away and who reads for them', async () => {
    const { container } = await renderPage(CoversPage, service());
    await screen.findByText('Daniel Osei');
    screen.getByText('30 Mar 2026');
    await expectNoAxeViolations(container);
  });

  it('is set for oneself', async () => {
    const asked = service();
    const { user } = await renderPage(CoversPage, asked);
    await fillIn(user);
    await expect
      .poll(() => asked.of('setCover'))
      .toMatchObject([{ body: { coverId: idOf(3), endsOn: '2099-04-03' } }]);
  });

  it('says beside the field that a chain would lead back', async () => {
    const { user } = await renderPage(CoversPage, service({ setCover: () => refuse(422, 'COVER_LOOPS') }));
    const dialog = await fillIn(user);
    await dialog.findByRole('link', { name: /lead back to the same worker/ });
  });

  it('ends early when the worker is back', async () => {
    const asked = service();
    const { user } = await renderPage(CoversPage, asked);
    await user.click(await screen.findByRole('button', { name: `End now ${worker.name}` }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'End now' }));
    await expect.poll(() => asked.of('endCover')).toMatchObject([{ params: { id: cover.id } }]);
  });
});
