import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { getActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { useRoute } from 'vue-router';
import { fakeService, refuse, renderPage, type SentCall } from '../../app/testing/fake-service';
import { buildPerson, idOf } from '../../app/testing/records';
import { useWorkerSession } from '../../app/session/worker-session';
import { usePeopleFinder } from './people-finder';
import PeoplePage from './PeoplePage.vue';
import PersonPage from './PersonPage.vue';

const noItems = () => ({ items: [] });

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
    await screen.findByText('You and your team look after 1 person');
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('Find a person by name'), 'zz');
    await screen.findByText('Nobody here');
    expect(asked.of('searchPeople').map(({ body }) => body)).toContainEqual({ text: 'zz' });
  });

  it('shows carers or children alone', async () => {
    const asked = service();
    const { user, router } = await renderPage(PeoplePage, asked, { path: '/people' });
    await user.click(await screen.findByRole('link', { name: 'Children' }));
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/people?kind=child');
    await expect.poll(() => asked.of('searchPeople').at(-1)?.body).toEqual({ text: '', kind: 'child' });
    screen.getByRole('link', { name: 'Children', current: 'page' });
  });

  it('counts nobody whom it has not shown', async () => {
    const page = ({ body }: SentCall) => {
      const { cursor } = body as { cursor?: string };
      return cursor
        ? { items: [buildPerson({ id: idOf(13) })] }
        : { items: [buildPerson()], nextCursor: '1' };
    };
    const { user } = await renderPage(PeoplePage, service({ searchPeople: page }));
    await screen.findByText('The first 1 people, by last name');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('You and your team look after 2 people');
  });

  describe('after looking at somebody', () => {
    const answers = { getPerson: () => buildPerson(), listInvitations: noItems, listAccess: noItems };
    /** The two pages one after the other, as the router shows them. */
    const pages = defineComponent(() => {
      const route = useRoute();
      return () => (route.name === 'person' ? h(PersonPage, { id: idOf(10) }) : h(PeoplePage));
    });
    async function searchAndOpen() {
      const page = await renderPage(pages, service(answers), { path: '/people?kind=carer' });
      await page.user.type(screen.getByLabelText('Find a person by name'), 'oka');
      await page.user.click(await screen.findByRole('link', { name: 'Sandra Okafor' }));
      await screen.findByRole('heading', { name: 'Details' });
      return page;
    }

    it('leads back to what was looked for, which is not in the address', async () => {
      const { user, router } = await searchAndOpen();
      expect(router.currentRoute.value.fullPath).toBe(`/people/${idOf(10)}`);
      await user.click(screen.getByRole('link', { name: 'People' }));
      expect((await screen.findByLabelText<HTMLInputElement>('Find a person by name')).value).toBe('oka');
      expect(router.currentRoute.value.fullPath).toBe('/people?kind=carer');
    });

    it('starts a new search with /, in place of the last', async () => {
      const { user } = await searchAndOpen();
      await user.click(screen.getByRole('link', { name: 'People' }));
      const field = await screen.findByLabelText<HTMLInputElement>('Find a person by name');
      (await screen.findByRole('link', { name: 'Sandra Okafor' })).focus();
      await user.keyboard('/reed');
      expect(field.value).toBe('reed');
    });

    it('forgets what was looked for with the session', async () => {
      await searchAndOpen();
      useWorkerSession(getActivePinia()).end('signed_out');
      expect(usePeopleFinder(getActivePinia())).toMatchObject({ text: '', kind: undefined });
    });
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
