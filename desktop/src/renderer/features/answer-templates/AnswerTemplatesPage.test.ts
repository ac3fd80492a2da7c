import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { idOf } from '../../app/testing/records';
import AnswerTemplatesPage from './AnswerTemplatesPage.vue';

const received = { id: idOf(1), teamId: null, name: 'Received', body: 'Thank you, I will look into it.' };
const ours = { ...received, id: idOf(2), teamId: idOf(3), name: 'Away until Monday' };

const service = (answers = {}) =>
  fakeService({
    listAnswerTemplates: () => ({ items: [ours, received] }),
    createAnswerTemplate: () => received,
    saveAnswerTemplate: () => received,
    removeAnswerTemplate: () => undefined,
    ...answers,
  });

describe('ready texts', () => {
  it('shows each with its text and who can use it', async () => {
    const { container } = await renderPage(AnswerTemplatesPage, service());
    const row = within(await screen.findByRole('row', { name: /^Received/ }));
    row.getByText('Thank you, I will look into it.');
    row.getByText('Every team');
    await expectNoAxeViolations(container);
  });

  it('explains what they are for when there is none', async () => {
    const none = service({ listAnswerTemplates: () => ({ items: [] }) });
    const { container } = await renderPage(AnswerTemplatesPage, none);
    await screen.findByText('No ready texts yet');
    await expectNoAxeViolations(container);
  });

  it('takes a new one for the team, and asks for its words', async () => {
    const asked = service();
    const { user, container } = await renderPage(AnswerTemplatesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Add a ready text' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    dialog.getByRole('link', { name: 'Enter a name' });
    dialog.getByRole('link', { name: 'Enter the text' });
    await expectNoAxeViolations(container);
    await user.type(dialog.getByLabelText('Name'), 'Received');
    await user.type(dialog.getByLabelText('Text'), 'Thank you.');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await expect
      .poll(() => asked.of('createAnswerTemplate'))
      .toMatchObject([{ body: { name: 'Received', body: 'Thank you.', isForEveryTeam: false } }]);
  });

  it('keeps one for every team when its words change', async () => {
    const asked = service();
    const { user } = await renderPage(AnswerTemplatesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Edit Received' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Text'), ' Goodbye.');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await expect
      .poll(() => asked.of('saveAnswerTemplate'))
      .toMatchObject([
        {
          params: { id: received.id },
          body: { body: 'Thank you, I will look into it. Goodbye.', isForEveryTeam: true },
        },
      ]);
  });

  it('goes only after a question', async () => {
    const asked = service();
    const { user } = await renderPage(AnswerTemplatesPage, asked);
    const press = async (answer: string) => {
      await user.click(await screen.findByRole('button', { name: 'Remove Received' }));
      await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: answer }));
    };
    await press('Cancel');
    expect(asked.of('removeAnswerTemplate')).toEqual([]);
    await press('Remove');
    await expect
      .poll(() => asked.of('removeAnswerTemplate'))
      .toMatchObject([{ params: { id: received.id } }]);
  });

  it('stays, and says why, when it could not be removed', async () => {
    const asked = service({ removeAnswerTemplate: () => refuse(404, 'NOT_FOUND') });
    const { user } = await renderPage(AnswerTemplatesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Remove Received' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await screen.findByText('It is not there, or it belongs to another team.');
  });
});
