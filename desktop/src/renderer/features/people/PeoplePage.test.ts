import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildPerson, idOf } from '../../app/testing/records';
import PeoplePage from './PeoplePage.vue';

function service(answers = {}) {
  return fakeService({
    searchPeople: ({ body }) => ({ items: (body as { text: string }).text === 'zz' ? [] : [buildPerson()] }),
    createCarer: () => buildPerson(),
    ...answers,
  });
}

describe('people', () => {
  it('shows my own people, then finds others while I type', async () => {
    const asked = service();
    const { user, container } = await renderPage(PeoplePage, asked);
    await screen.findByText('You look after 1 person');
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('Find a person by name'), 'zz');
    await screen.findByText('Nobody here');
    expect(asked.of('searchPeople').map(({ body }) => body)).toContainEqual({ text: 'zz' });
  });

  it('adds a carer and opens their page', async () => {
    const asked = service();
    const { user, router } = await renderPage(PeoplePage, asked);
    await user.click(await screen.findByRole('button', { name: 'Add a carer' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('First name'), 'Sandra');
    await user.type(dialog.getByLabelText('Last name'), 'Okafor');
    await user.type(dialog.getByLabelText('Email address'), 'sandra@example.org');
    await user.click(dialog.getByRole('button', { name: 'Add carer' }));
    await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/people/${idOf(10)}`);
    expect(asked.of('createCarer')).toMatchObject([
      { body: { firstName: 'Sandra', lastName: 'Okafor', email: 'sandra@example.org' } },
    ]);
  });

  it('says that an email address belongs to somebody else', async () => {
    const { user } = await renderPage(PeoplePage, service({ createCarer: () => refuse(409, 'EMAIL_TAKEN') }));
    await user.click(await screen.findByRole('button', { name: 'Add a carer' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('First name'), 'Sandra');
    await user.type(dialog.getByLabelText('Last name'), 'Okafor');
    await user.type(dialog.getByLabelText('Email address'), 'sandra@example.org');
    await user.click(dialog.getByRole('button', { name: 'Add carer' }));
    await dialog.findByText('Another person already has this email address.');
  });

  it('offers to try again when the service does not answer', async () => {
    await renderPage(PeoplePage, service({ searchPeople: () => refuse(503, 'UNAVAILABLE') }));
    await screen.findByRole('button', { name: 'Try again' });
  });
});
