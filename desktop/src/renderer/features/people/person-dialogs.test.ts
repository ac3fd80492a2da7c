import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage, type SentCall } from '../../app/testing/fake-service';
import { buildPerson, idOf } from '../../app/testing/records';
import PersonPage from './PersonPage.vue';

const sandra = buildPerson();
const mia = {
  id: idOf(11),
  kind: 'child',
  firstName: 'Mia',
  lastName: 'Hollins',
  dateOfBirth: '2016-05-04',
  teamName: null,
};
const ravi = { ...mia, id: idOf(13), kind: 'carer', firstName: 'Ravi', lastName: 'Patel', dateOfBirth: null };
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

function service(answers: Record<string, (call: SentCall) => unknown> = {}) {
  return fakeService({
    getPerson: () => sandra,
    listInvitations: () => ({ items: [] }),
    listAccess: () => ({ items: [] }),
    searchPeople: ({ body }) => ({ items: (body as { kind: string }).kind === 'child' ? [mia] : [ravi] }),
    listWorkers: () => ({ items: [daniel, { ...daniel, id: idOf(4), firstName: 'Gone', isActive: false }] }),
    ...answers,
  });
}

/** Opens the person's page and one of its dialogs. */
async function openDialog(asked: ReturnType<typeof service>, button: string) {
  const page = await renderPage(PersonPage, asked, { props: { id: idOf(10) } });
  await page.user.click(await screen.findByRole('button', { name: button }));
  const dialog = within(await screen.findByRole('dialog'));
  await expectNoAxeViolations(page.container);
  const press = (name: string) => page.user.click(dialog.getByRole('button', { name }));
  const fill = async (label: string, text: string) => {
    await page.user.clear(dialog.getByLabelText(label));
    await page.user.type(dialog.getByLabelText(label), text);
  };
  return { ...page, dialog, press, fill };
}
const isClosed = () => expect.poll(() => screen.queryByRole('dialog')).toBeNull();

describe('the dialogs of a person', () => {
  it('change the details', async () => {
    const asked = service({ updatePerson: () => sandra });
    const { press, fill, dialog } = await openDialog(asked, 'Change the details');
    await fill('First name', ' ');
    await press('Save');
    dialog.getByRole('link', { name: 'Enter a first name' });
    await fill('First name', 'Sandy');
    await press('Save');
    await isClosed();
    expect(asked.of('updatePerson')).toMatchObject([
      { params: { id: idOf(10) }, body: { firstName: 'Sandy', email: 'sandra@example.org' } },
    ]);
  });

  it('place a child who is searched for', async () => {
    const asked = service({ placeChild: () => sandra });
    const { user, press, fill, dialog } = await openDialog(asked, 'Place a child');
    await press('Place');
    dialog.getByRole('link', { name: 'Search, then select a person' });
    await user.type(dialog.getByLabelText('Find a child'), 'Mia');
    await user.click(await dialog.findByLabelText('Mia Hollins'));
    await fill('Day', '1');
    await fill('Month', '3');
    await fill('Year', '2026');
    await press('Place');
    await isClosed();
    const body = { carerId: idOf(10), childId: idOf(11), startsOn: '2026-03-01' };
    expect(asked.of('placeChild')).toMatchObject([{ body }]);
  });

  it('end a placement on a real day', async () => {
    const asked = service({ endPlacement: () => sandra });
    const { press, fill, dialog } = await openDialog(asked, 'End Mia Hollins');
    dialog.getByText('Mia Hollins with Sandra Okafor');
    await fill('Day', '31');
    await fill('Month', '2');
    await fill('Year', '2026');
    await press('End placement');
    dialog.getByRole('link', { name: 'The last day must be a real date' });
    await fill('Day', '28');
    await press('End placement');
    await isClosed();
    expect(asked.of('endPlacement')).toMatchObject([
      { params: { id: idOf(20) }, body: { endsOn: '2026-02-28' } },
    ]);
  });

  it('add a child only once, though placing it failed the first time', async () => {
    let tries = 0;
    const asked = service({
      createChild: () => ({ ...buildPerson(), id: idOf(14), kind: 'child' }),
      placeChild: () => ((tries += 1) === 1 ? refuse(409, 'PLACEMENT_OVERLAPS') : sandra),
    });
    const { user, press, dialog } = await openDialog(asked, 'Add a child');
    dialog.getByText('The child will be placed with Sandra Okafor.');
    await user.type(dialog.getByLabelText('First name'), 'Tom');
    await user.type(dialog.getByLabelText('Last name'), 'Field');
    const born = within(dialog.getByRole('group', { name: 'Date of birth' }));
    await user.type(born.getByLabelText('Day'), '4');
    await user.type(born.getByLabelText('Month'), '5');
    await user.type(born.getByLabelText('Year'), '2017');
    await press('Add child');
    expect((await dialog.findByRole('alert')).textContent).toContain('already lives with this carer');
    await press('Add child');
    await isClosed();
    expect(asked.of('createChild')).toMatchObject([
      { body: { firstName: 'Tom', dateOfBirth: '2017-05-04' } },
    ]);
    expect(asked.of('placeChild')).toHaveLength(2);
  });

  it('link the carers of one household', async () => {
    const asked = service({ linkHousehold: () => sandra });
    const { user, press, dialog } = await openDialog(asked, 'Link a carer');
    await user.type(dialog.getByLabelText('Find a carer'), 'Ravi');
    await user.click(await dialog.findByLabelText('Ravi Patel'));
    await press('Link');
    await isClosed();
    expect(asked.of('linkHousehold')).toMatchObject([
      { params: { id: idOf(10) }, body: { withPersonId: idOf(13) } },
    ]);
  });

  it('allocate a worker who is still there', async () => {
    const asked = service({ allocateWorker: () => sandra });
    const { user, press, dialog } = await openDialog(asked, 'Allocate');
    const workers = await dialog.findByLabelText('Worker');
    expect(within(workers).queryByText(/Gone/)).toBeNull();
    await user.selectOptions(workers, 'Daniel Carter');
    await press('Allocate');
    await isClosed();
    expect(asked.of('allocateWorker')).toMatchObject([
      { params: { id: idOf(10) }, body: { workerId: idOf(2), role: 'supervising_worker' } },
    ]);
  });
});
