import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { invitationFor, jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

const both = { items: [invitationFor(jo), invitationFor(sam)] };
const joWithTeam = { items: [invitationFor(jo, 'awaiting_activation'), invitationFor(sam)] };

async function openSetup(replies: Replies) {
  const portal = renderPortal('/account-setup', {
    getSession: signedIn,
    listMyInvitations: both,
    ...replies,
  });
  await screen.findByLabelText('Jo Carer');
  return portal;
}

const press = (name: string) => screen.getByRole('button', { name });
const question = 'Do you wish to continue with setting up your account?';
const inPopUp = async (name: string) =>
  within(await screen.findByRole('alertdialog')).getByRole('button', { name });

describe('Account Setup', () => {
  it('has nothing ticked and wants names and an answer', async () => {
    const { user, container } = await openSetup({});
    await expectNoAxeViolations(container);
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
    await user.click(press('Confirm'));
    const [names, proceed] = [
      'Tick the name of each person you expect to have access to',
      'Select whether you wish to continue with setting up your account',
    ];
    expect(
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([names, proceed]);
    screen.getByRole('group', { description: new RegExp(`Error: ${names}`) });
    screen.getByRole('combobox', { name: question, description: `Error: ${proceed}` });
    await expectNoAxeViolations(container);
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    expect(within(screen.getByRole('alert')).getAllByRole('link')).toHaveLength(1);
  });

  it('names the step and takes the focus to it when nothing is left but to wait', async () => {
    const { user, container } = await openSetup({
      listMyInvitations: { items: [invitationFor(jo)] },
      acceptInvitations: { items: [invitationFor(jo, 'awaiting_activation')] },
    });
    await user.click(screen.getByLabelText('Jo Carer'));
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));
    const heading = await screen.findByRole('heading', { level: 1, name: /Your account is with the team$/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toMatch(/^Your account is with the team - Account Setup - /);
    await expectNoAxeViolations(container);
  });

  it('says that the account is ready once the team has activated it', async () => {
    const { container } = renderPortal('/account-setup', {
      getSession: signedIn,
      listMyInvitations: { items: [] },
      listMyAccounts: { items: [jo] },
    });
    await screen.findByText('Your account is ready');
    expect(screen.queryByText(/will check your account/)).toBeNull();
    screen.getByRole('button', { name: 'Select an account' });
    await expectNoAxeViolations(container);
  });

  it('says no to everything without a tick', async () => {
    const { user } = await openSetup({});
    await user.selectOptions(screen.getByLabelText(question), 'No');
    await user.click(press('Confirm'));
    await inPopUp('Yes');
  });

  it('accepts the ticked names after the pop-up, and leaves the others open', async () => {
    const { user, client, container } = await openSetup({ acceptInvitations: joWithTeam });
    await user.click(screen.getByLabelText('Jo Carer'));
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));

    await screen.findByText('Your account is with the team');
    screen.getByText(/with the team since 27 March 2026/);
    const steps = ['Code sent', 'Code confirmed', 'Account created', 'Names accepted', 'Activated'];
    for (const step of steps) screen.getByText(step);
    expect(document.activeElement?.textContent?.trim()).toMatch(
      /^Success.*The team will check your account next\.$/s,
    );
    screen.getByLabelText('Sam Reed');
    expect(screen.queryByLabelText('Jo Carer')).toBeNull();
    expect(client.bodyOf('acceptInvitations')).toEqual({
      accessIds: [jo.id],
      proceed: 'yes',
      confirmed: true,
    });
    await expectNoAxeViolations(container);
  });

  it('sends nothing when the pop-up is cancelled', async () => {
    const { user, client } = await openSetup({});
    await user.click(screen.getByLabelText('Jo Carer'));
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Cancel'));
    expect(client.bodyOf('acceptInvitations')).toBeUndefined();
  });

  it('repeats a lost answer under the same key', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => joWithTeam];
    const { user, client } = await openSetup({ acceptInvitations: () => answers.shift()?.() });
    await user.click(screen.getByLabelText('Jo Carer'));
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));
    await screen.findByText('There is a problem');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));
    await screen.findByText('Your account is with the team');
    const keys = client.sent
      .filter((call) => call.operationId === 'acceptInvitations')
      .map((call) => call.idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('says that the list changed and shows the new one', async () => {
    const lists = [both, { items: [invitationFor(jo)] }];
    const { user } = await openSetup({
      listMyInvitations: () => lists.shift(),
      acceptInvitations: refusal(409, 'INVITATIONS_CHANGED'),
    });
    await user.click(screen.getByLabelText('Sam Reed'));
    await user.selectOptions(screen.getByLabelText(question), 'Yes');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));
    await screen.findByText(/The list changed while you had it open/);
    expect(screen.queryByLabelText('Sam Reed')).toBeNull();
  });

  it('declines every open name with the reason when the answer is no', async () => {
    const lists = [{ items: [invitationFor(sam)] }, { items: [] }];
    const { user, client } = await openSetup({ declineInvitation: () => lists.shift() });
    await user.selectOptions(screen.getByLabelText(question), 'No');
    await user.type(screen.getByLabelText('Why not? (optional)'), 'We have moved');
    await user.click(press('Confirm'));
    await user.click(await inPopUp('Yes'));
    await screen.findByText('You have said no. Your worker has been told.');
    const declined = client.sent.filter((call) => call.operationId === 'declineInvitation');
    expect(declined.map((call) => call.params?.['id'])).toEqual([jo.id, sam.id]);
    expect(client.bodyOf('declineInvitation')).toEqual({ reason: 'We have moved' });
  });

  it('takes an unexpected name off the list', async () => {
    const { user } = await openSetup({ reportUnexpectedInvitation: { items: [invitationFor(jo)] } });
    await user.click(screen.getByText('There is a name that I do not expect'));
    await user.click(press('I do not expect Sam Reed'));
    await user.click(await inPopUp('Yes'));
    await screen.findByText('Thank you for telling us. Your worker has been told.');
    expect(screen.queryByLabelText('Sam Reed')).toBeNull();
  });
});
