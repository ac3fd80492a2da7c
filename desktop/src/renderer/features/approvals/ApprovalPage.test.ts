import type { Activation } from '@cso/contract';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildActivation, idOf } from '../../app/testing/records';
import ApprovalPage from './ApprovalPage.vue';
import ApprovalsPage from './ApprovalsPage.vue';

const props = { id: idOf(50) };

function service(activation: Partial<Activation> = {}, answers = {}) {
  return fakeService({
    listActivations: () => ({ items: [buildActivation(activation)] }),
    activateAccess: () => ({ outcome: 'activated' }),
    refuseActivation: () => undefined,
    ...answers,
  });
}

describe('approvals', () => {
  it('lists who waits', async () => {
    const { container } = await renderPage(ApprovalsPage, service());
    await screen.findByRole('link', { name: 'Sandra Okafor' });
    expect(screen.getByText('Match')).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('approves the ticked names after showing carer and accounts side by side', async () => {
    const asked = service();
    const { user, container } = await renderPage(ApprovalPage, asked, { props });
    await user.click(await screen.findByLabelText('Mia Hollins'));
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Approve activation' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByText('Mia Hollins')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Approve activation' }));
    await expect.poll(() => asked.of('activateAccess').length).toBe(1);
    expect(asked.of('activateAccess')).toMatchObject([{ params: props, body: { accessIds: [idOf(31)] } }]);
  });

  it('explains why the inviter may not approve, and offers no button', async () => {
    await renderPage(ApprovalPage, service({ refusal: 'FOUR_EYES_NEEDED' }), { props });
    await screen.findByText(/You sent this invitation, so you cannot approve it/);
    expect(screen.queryByRole('button', { name: 'Approve activation' })).toBeNull();
  });

  it('says beforehand that a different phone needs two workers', async () => {
    const phone: Activation['phone'] = {
      comparison: 'differs',
      enrolled: '+44 7700 900555',
      onFile: '07700 900123',
    };
    await renderPage(ApprovalPage, service({ phone, needsSecondApprover: true }), { props });
    await screen.findByText(/The phone differs from the one on file, so two workers must approve/);
    expect(screen.getByText('+44 7700 900555')).toBeTruthy();
  });

  it.each([
    ['all', 2, /Yours is the second approval, and it activates the accounts/],
    ['some', 1, /Yours activates those that another worker has approved/],
  ])('says whose second approval it is when %s names have their first', async (_, approved, text) => {
    const accesses = buildActivation().accesses.map((access, index) => ({
      ...access,
      firstApprovedBy: index < approved ? 'Daniel Carter' : null,
    }));
    await renderPage(ApprovalPage, service({ accesses, needsSecondApprover: true }), { props });
    await screen.findByText(text);
    expect(screen.getAllByText(/Daniel Carter has approved/)).toHaveLength(approved);
  });

  it('says where one is once a first approval has taken the form away', async () => {
    let refusal: Activation['refusal'] = null;
    const asked = service(
      {},
      {
        listActivations: () => ({ items: [buildActivation({ refusal })] }),
        activateAccess: () => {
          refusal = 'SECOND_APPROVER_NEEDED';
          return { outcome: 'needs_second_approver' };
        },
      },
    );
    const { user } = await renderPage(ApprovalPage, asked, { props });
    await user.click(await screen.findByRole('button', { name: 'Approve activation' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Approve activation' }));
    await screen.findByText(/so another worker must approve too/);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Decide' }));
  });

  it('refuses only with a reason', async () => {
    const asked = service();
    const { user } = await renderPage(ApprovalPage, asked, { props });
    await user.click(await screen.findByRole('button', { name: 'Refuse' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Reason'), 'Not the carer');
    await user.click(dialog.getByRole('button', { name: 'Refuse' }));
    expect(asked.of('refuseActivation')).toMatchObject([
      { body: { accessIds: [idOf(31), idOf(30)], reason: 'Not the carer' } },
    ]);
  });

  it('says so when somebody else was quicker', async () => {
    const { user } = await renderPage(
      ApprovalPage,
      service({}, { activateAccess: () => refuse(409, 'STATE_CHANGED') }),
      { props },
    );
    await user.click(await screen.findByRole('button', { name: 'Approve activation' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Approve activation' }));
    await dialog.findByText('Somebody else was quicker. The page now shows how it stands.');
  });
});
