import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, renderPage } from '../../app/testing/fake-service';
import { idOf } from '../../app/testing/records';
import StaffPage from './StaffPage.vue';

const daniel = {
  id: idOf(2),
  firstName: 'Daniel',
  lastName: 'Carter',
  email: 'daniel@council.example',
  role: 'caseworker',
  teamId: null,
  teamName: null,
  isActive: true,
};
const link = 'https://council.example/set-password#Zk3vQ9_aB-cD7eF0gH1iJ2kL3mN4oP5qR6sT8uV9wX0';

describe('staff', () => {
  it('adds a worker and shows the set-password link once', async () => {
    const asked = fakeService({
      listWorkers: () => ({ items: [daniel] }),
      listTeams: () => ({ items: [{ id: idOf(3), name: 'Fostering North' }] }),
      createWorker: () => ({ worker: daniel, setPasswordLink: link }),
    });
    const { user, container } = await renderPage(StaffPage, asked);
    await screen.findByRole('rowheader', { name: 'Daniel Carter' });
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Add a worker' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('First name'), 'Daniel');
    await user.type(dialog.getByLabelText('Last name'), 'Carter');
    await user.type(dialog.getByLabelText('Work email address'), 'daniel@council.example');
    await user.selectOptions(dialog.getByLabelText('Role'), 'caseworker');
    await user.selectOptions(await dialog.findByLabelText('Team'), 'Fostering North');
    await user.click(dialog.getByRole('button', { name: 'Add worker' }));

    await screen.findByText(link);
    expect(asked.of('createWorker')).toMatchObject([{ body: { role: 'caseworker', teamId: idOf(3) } }]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(link)).toBeNull();
  });
});
