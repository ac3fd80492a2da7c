import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildInvitation, idOf } from '../../app/testing/records';
import InvitationsPage from './InvitationsPage.vue';

const bounced = buildInvitation({ id: idOf(51), carerName: 'Thomas Reed', state: 'bounced' });

function service(answers = {}) {
  return fakeService({
    listInvitations: () => ({ items: [bounced, buildInvitation()] }),
    getInvitation: () => buildInvitation(),
    confirmInvitationCode: () => buildInvitation({ state: 'link_sent' }),
    ...answers,
  });
}
const opened = { props: { id: idOf(50) } };

describe('the invitation tracker', () => {
  it('keeps the order of the service, and filters what needs work', async () => {
    const { container } = await renderPage(InvitationsPage, service(), {
      path: '/invitations?show=needs-work',
    });
    await screen.findByRole('link', { name: 'Thomas Reed' });
    expect(screen.queryByRole('link', { name: 'Sandra Okafor' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('confirms the code that the carer reads out, with how the caller was identified', async () => {
    const asked = service();
    const { user, container } = await renderPage(InvitationsPage, asked, opened);
    await user.type(await screen.findByLabelText('Code that the carer reads out'), 'k7mx 29qr');
    expect(screen.getByText(/newest code was sent on 27 March 2026 at 9:32am/)).toBeTruthy();
    expect(screen.getByText('5 tries left')).toBeTruthy();
    await expectNoAxeViolations(container);
    await user.click(screen.getByLabelText('In person'));
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    await screen.findByText(/The code is right/);
    expect(asked.of('confirmInvitationCode')).toMatchObject([
      { params: { id: idOf(50) }, body: { code: 'k7mx 29qr', identifiedBy: 'in_person' } },
    ]);
  });

  it('sends nothing until it is said who the caller is', async () => {
    const asked = service();
    const { user } = await renderPage(InvitationsPage, asked, opened);
    await user.type(await screen.findByLabelText('Code that the carer reads out'), 'K7MX-29QR');
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    expect(screen.getByRole('link', { name: 'Select how you made sure who the caller is' })).toBeTruthy();
    expect(asked.of('confirmInvitationCode')).toEqual([]);
  });

  it('has one message for a wrong, void or expired code', async () => {
    const { user } = await renderPage(
      InvitationsPage,
      service({ confirmInvitationCode: () => refuse(422, 'CODE_NOT_ACCEPTED') }),
      opened,
    );
    await user.type(await screen.findByLabelText('Code that the carer reads out'), 'K7MX-29QR');
    await user.click(screen.getByLabelText('In person'));
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    await screen.findByText(/not the newest code of this invitation/);
  });
});
