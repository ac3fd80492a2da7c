import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildAccess, buildInvitation, buildPerson, buildUser, idOf } from '../../app/testing/records';
import PersonPage from './PersonPage.vue';

const props = { id: idOf(10) };

function service(answers = {}) {
  return fakeService({
    getPerson: () => buildPerson(),
    listInvitations: () => ({ items: [] }),
    listAccess: () => ({ items: [buildAccess()] }),
    createInvitation: () => buildInvitation(),
    suspendAccess: () => buildAccess({ state: 'suspended' }),
    ...answers,
  });
}

describe('a person', () => {
  it('shows who they are, whom they care for and which accounts they may open', async () => {
    const { container } = await renderPage(PersonPage, service(), { props });
    await screen.findByRole('heading', { name: 'Sandra Okafor', level: 1 });
    const children = within(screen.getByRole('table', { name: 'Who cares for whom' }));
    expect(children.getByRole('rowheader', { name: 'Mia Hollins' })).toBeTruthy();
    await screen.findByRole('table', { name: 'Access' });
    await expectNoAxeViolations(container);
  });

  it('invites with the own account ticked, and keeps the idempotency key when the first try fails', async () => {
    let tries = 0;
    const asked = service({
      createInvitation: () => ((tries += 1) === 1 ? refuse(503, 'UNAVAILABLE') : buildInvitation()),
    });
    const { user } = await renderPage(PersonPage, asked, { props });
    const invite = await screen.findByRole('button', { name: 'Invite' });
    await expect.poll(() => invite.hasAttribute('disabled')).toBe(false);
    await user.click(invite);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText<HTMLInputElement>('Sandra Okafor').checked).toBe(true);
    expect(dialog.getByLabelText<HTMLInputElement>('Sam Reed').checked).toBe(false);
    expect(dialog.queryByLabelText('Mia Hollins')).toBeNull();

    await user.click(dialog.getByRole('button', { name: 'Continue' }));
    const check = await dialog.findByRole('heading', { name: 'Check, then send' });
    await expect.poll(() => document.activeElement).toBe(check);
    await user.click(dialog.getByRole('button', { name: 'Send invitation' }));
    await dialog.findByRole('alert');
    await user.click(dialog.getByRole('button', { name: 'Send invitation' }));
    await expect.poll(() => asked.of('createInvitation').length).toBe(2);
    const [first, second] = asked.of('createInvitation');
    expect(first?.body).toEqual({ carerId: idOf(10), accountIds: [idOf(10)] });
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
  });

  it('suspends an access only with a reason', async () => {
    const asked = service();
    const { user } = await renderPage(PersonPage, asked, { props });
    await user.click(await screen.findByRole('button', { name: 'Suspend access of Mia Hollins' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Suspend access' }));
    expect(dialog.getByRole('link', { name: 'Enter the reason' })).toBeTruthy();
    await user.type(dialog.getByLabelText('Reason'), 'Safeguarding enquiry');
    await user.click(dialog.getByRole('button', { name: 'Suspend access' }));
    expect(asked.of('suspendAccess')).toMatchObject([
      { params: { id: idOf(30) }, body: { reason: 'Safeguarding enquiry' } },
    ]);
  });

  it('says in red that emails come back and what to do, and sends them again with a reason', async () => {
    let user = buildUser({ mailBouncedAt: '2026-03-02T09:00:00.000Z' });
    const asked = service({
      getPerson: () => buildPerson({ user }),
      resumeMail: () => void (user = buildUser()),
    });
    const page = await renderPage(PersonPage, asked, { props });
    const tag = await screen.findByText('Emails come back');
    expect(tag.classList).toContain('govuk-tag--red');
    screen.getByText(/^Emails have come back since 2 March 2026 at 9:00am. Ring Sandra Okafor/);
    await expectNoAxeViolations(page.container);
    await page.user.click(screen.getByRole('button', { name: 'Send emails again' }));
    const dialog = within(screen.getByRole('dialog'));
    await page.user.type(dialog.getByLabelText('Reason'), 'The mailbox was full');
    await page.user.click(dialog.getByRole('button', { name: 'Send emails again' }));
    await expect.poll(() => screen.queryByText('Emails come back')).toBeNull();
    expect(asked.of('resumeMail')).toMatchObject([
      { params: { id: user.id }, body: { reason: 'The mailbox was full' } },
    ]);
    expect(screen.queryByRole('button', { name: 'Send emails again' })).toBeNull();
  });

  it('says nothing of emails that arrive', async () => {
    await renderPage(PersonPage, service({ getPerson: () => buildPerson({ user: buildUser() }) }), { props });
    await screen.findByRole('heading', { name: 'Sign-in' });
    expect(screen.queryByText('Emails come back')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send emails again' })).toBeNull();
  });
});
