import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { idOf } from '../../app/testing/records';
import MessageTypesPage from './MessageTypesPage.vue';

const builtIn = {
  id: idOf(1),
  kind: 'conversation',
  name: 'Message your worker',
  guidance: 'We answer within two working days.',
  isBuiltIn: true,
  isActive: true,
};
const training = { ...builtIn, id: idOf(2), name: 'Ask about training', guidance: '', isBuiltIn: false };

const service = (answers = {}) =>
  fakeService({
    listAllMessageTypes: () => ({ items: [builtIn, training] }),
    createMessageType: () => training,
    saveMessageType: () => training,
    ...answers,
  });

describe('message types', () => {
  it('shows what carers may write, and that the service’s own cannot be retired', async () => {
    const { container } = await renderPage(MessageTypesPage, service());
    const own = within(await screen.findByRole('row', { name: /Message your worker/ }));
    own.getByText('We answer within two working days.');
    own.getByText('Part of the service');
    expect(own.queryByRole('button', { name: /Retire/ })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says why it could not be shown, and tries again', async () => {
    const answers = [() => refuse(503, 'UNAVAILABLE'), () => ({ items: [training] })];
    const asked = service({ listAllMessageTypes: () => answers.shift()?.() });
    const { user } = await renderPage(MessageTypesPage, asked);
    await screen.findByText('The service is not available. Try again later.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('rowheader', { name: 'Ask about training' });
  });

  it('takes a new one, and asks for its name', async () => {
    const asked = service();
    const { user, container } = await renderPage(MessageTypesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Add a message type' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    dialog.getByRole('link', { name: 'Enter a name' });
    await expectNoAxeViolations(container);
    await user.type(dialog.getByLabelText('Name'), 'Ask about training');
    await user.type(dialog.getByLabelText(/^What carers read under it/), 'Answered weekly');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await expect
      .poll(() => asked.of('createMessageType'))
      .toMatchObject([{ body: { name: 'Ask about training', guidance: 'Answered weekly', isActive: true } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps new words that could not be saved', async () => {
    const asked = service({ saveMessageType: () => refuse(503, 'UNAVAILABLE') });
    const { user } = await renderPage(MessageTypesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Edit Ask about training' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/^What carers read under it/), 'Answered weekly');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await dialog.findByText('There is a problem');
    dialog.getByDisplayValue('Answered weekly');
    expect(asked.of('saveMessageType')).toMatchObject([
      { params: { id: training.id }, body: { name: 'Ask about training', isActive: true } },
    ]);
  });

  it('retires one after a question, and brings it back at a press', async () => {
    let isActive = true;
    const asked = service({
      listAllMessageTypes: () => ({ items: [{ ...training, isActive }] }),
      saveMessageType: ({ body }: { body?: unknown }) => {
        isActive = (body as typeof training).isActive;
        return { ...training, isActive };
      },
    });
    const { user } = await renderPage(MessageTypesPage, asked);
    await user.click(await screen.findByRole('button', { name: 'Retire Ask about training' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Retire' }));
    await user.click(await screen.findByRole('button', { name: 'Bring back Ask about training' }));
    await screen.findByRole('button', { name: 'Retire Ask about training' });
    expect(asked.of('saveMessageType')).toMatchObject([
      { body: { isActive: false } },
      { body: { isActive: true } },
    ]);
  });
});
