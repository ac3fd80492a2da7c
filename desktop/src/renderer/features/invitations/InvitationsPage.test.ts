import { expectNoAxeViolations } from '@cso/ui/testing';
import type { Invitation } from '@cso/contract';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { useRoute } from 'vue-router';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import { buildInvitation, buildInvitedAccess, idOf } from '../../app/testing/records';
import InvitationsPage from './InvitationsPage.vue';

const bounced = buildInvitation({ id: idOf(51), carerName: 'Thomas Reed', state: 'bounced' });

function service(answers = {}) {
  return fakeService({
    listInvitations: () => ({ items: [bounced, buildInvitation()] }),
    getInvitation: () => buildInvitation(),
    getNumberOnFile: () => ({ number: '07700 900 123' }),
    confirmInvitationCode: () => buildInvitation({ state: 'link_sent' }),
    ...answers,
  });
}
/** The page as the router shows it, with a panel or without. */
const routed = defineComponent(() => {
  const route = useRoute();
  return () => h(InvitationsPage, { id: String(route.params.id ?? '') || undefined });
});
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

  it('names the accounts once, and says since when the last step is done', async () => {
    const accesses = [
      buildInvitedAccess({ id: idOf(31), accountId: idOf(10), name: 'Sandra Okafor', kind: 'carer' }),
      buildInvitedAccess(),
    ];
    const listInvitations = () => ({ items: [buildInvitation({ accesses })] });
    await renderPage(InvitationsPage, service({ listInvitations }));
    const row = within(await screen.findByRole('row', { name: /Sandra Okafor/ }));
    row.getByRole('cell', { name: 'Own account, Mia Hollins' });
    row.getByRole('cell', { name: '27 Mar 2026' });
  });

  it('sorts by how long the last step is ago', async () => {
    const older = buildInvitation({
      id: idOf(52),
      carerName: 'Gareth Pritchard',
      codeIssuedAt: '2026-03-02T09:00:00.000Z',
    });
    const listInvitations = () => ({ items: [buildInvitation(), older] });
    const { user } = await renderPage(InvitationsPage, service({ listInvitations }));
    await user.click(await screen.findByRole('button', { name: 'Since' }));
    const [, first] = screen.getAllByRole('row');
    within(first!).getByRole('link', { name: 'Gareth Pritchard' });
  });

  it('goes on with the row when its panel is closed', async () => {
    const { user } = await renderPage(routed, service(), { path: '/invitations' });
    await user.click(await screen.findByRole('link', { name: 'Sandra Okafor' }));
    await screen.findByRole('heading', { name: 'Steps' });
    await user.click(screen.getByRole('link', { name: 'Close' }));
    await expect.poll(() => screen.queryByRole('heading', { name: 'Steps' })).toBeNull();
    const link = screen.getByRole('link', { name: 'Sandra Okafor' });
    await expect.poll(() => document.activeElement).toBe(link);
  });

  it('says in the list what the panel has learnt since', async () => {
    const newest = buildInvitation({ state: 'linked', confirmedAt: '2026-03-28T10:00:00.000Z' });
    const asked = service({ getInvitation: () => newest });
    const { user } = await renderPage(routed, asked, { path: '/invitations' });
    await user.click(await screen.findByRole('link', { name: 'Sandra Okafor' }));
    await screen.findByRole('heading', { name: 'Steps' });
    await expect.poll(() => screen.queryAllByText('Signed in').length).toBe(2);
    expect(screen.queryByText('Waiting for code')).toBeNull();
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

  it('shows the number on file to call back, and reads it out digit by digit', async () => {
    const asked = service();
    await renderPage(InvitationsPage, asked, opened);
    await screen.findByText('07700 900 123');
    expect(screen.getByText('0 7 7 0 0, 9 0 0, 1 2 3').parentElement?.textContent).toContain(
      'Number on file, to call back:',
    );
    expect(asked.of('getNumberOnFile')).toMatchObject([{ params: { id: idOf(50) } }]);
  });

  it('says when no number is on file, with the way to add one', async () => {
    const page = renderPage(InvitationsPage, service({ getNumberOnFile: () => ({ number: null }) }), opened);
    const { router, user, container } = await page;
    await screen.findByText(/There is no number on file to call back/);
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('link', { name: 'Add a number on the carer’s page' }));
    await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/people/${idOf(10)}`);
  });

  it('says when the number could not be looked up, and lets the worker try again', async () => {
    let isDown = true;
    const number = () => (isDown ? refuse(503, 'UNAVAILABLE') : { number: '07700 900 123' });
    const { user } = await renderPage(InvitationsPage, service({ getNumberOnFile: number }), opened);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    isDown = false;
    await user.click(retry);
    await screen.findByText('07700 900 123');
  });

  it('asks for no number once the code is confirmed: each look is kept', async () => {
    const asked = service({ getInvitation: () => buildInvitation({ state: 'link_sent' }) });
    await renderPage(InvitationsPage, asked, opened);
    await screen.findByRole('heading', { name: 'Steps' });
    expect(asked.of('getNumberOnFile')).toEqual([]);
  });

  it('sends nothing until it is said who the caller is', async () => {
    const asked = service();
    const { user } = await renderPage(InvitationsPage, asked, opened);
    await user.type(await screen.findByLabelText('Code that the carer reads out'), 'K7MX-29QR');
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    expect(screen.getByRole('link', { name: 'Select how you made sure who the caller is' })).toBeTruthy();
    expect(asked.of('confirmInvitationCode')).toEqual([]);
  });

  it('has one message for a wrong, void or expired code, beside the field and linked to it', async () => {
    const { user } = await renderPage(
      InvitationsPage,
      service({ confirmInvitationCode: () => refuse(422, 'CODE_NOT_ACCEPTED') }),
      opened,
    );
    await user.type(await screen.findByLabelText('Code that the carer reads out'), 'K7MX-29QR');
    await user.click(screen.getByLabelText('In person'));
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    await screen.findByRole('link', { name: /not the newest code of this invitation/ });
    screen.getByRole('textbox', {
      name: 'Code that the carer reads out',
      description: /not the newest code of this invitation/,
    });
  });

  describe('shows at once, in the panel and in the list, how it stands after', () => {
    /** Answers the first question alone: what the screen shows afterwards is the reply of the act. */
    function once(answer: unknown) {
      let isAsked = false;
      return () => (isAsked ? new Promise(() => undefined) : ((isAsked = true), answer));
    }
    async function open(before: Invitation, answers: Record<string, () => unknown>) {
      const page = await renderPage(
        InvitationsPage,
        service({
          listInvitations: once({ items: [bounced, before] }),
          getInvitation: once(before),
          ...answers,
        }),
        opened,
      );
      await screen.findByRole('heading', { name: 'Steps' });
      return page;
    }
    const tags = (name: string) => screen.queryAllByText(name);

    it('the code was confirmed', async () => {
      const { user } = await open(buildInvitation(), {});
      await user.type(screen.getByLabelText('Code that the carer reads out'), 'K7MX-29QR');
      await user.click(screen.getByLabelText('In person'));
      await user.click(screen.getByRole('button', { name: 'Confirm code' }));
      await screen.findByText(/The code is right/);
      expect(tags('Link sent')).toHaveLength(2);
      expect(tags('Waiting for code')).toEqual([]);
      expect(screen.queryByRole('button', { name: 'Confirm code' })).toBeNull();
    });

    it('a new code was sent', async () => {
      const { user } = await open(buildInvitation(), {
        resendInvitation: () => buildInvitation({ resendsLeftToday: 2 }),
      });
      await user.click(screen.getByRole('button', { name: 'Send a new code' }));
      await screen.findByText('You can send it 2 more times today.');
    });

    it('it was unlocked', async () => {
      const { user } = await open(buildInvitation({ state: 'locked' }), {
        unlockInvitation: () => buildInvitation(),
      });
      await user.click(screen.getByRole('button', { name: 'Unlock with a new code' }));
      await screen.findByText(/The invitation is unlocked/);
      expect(tags('Waiting for code')).toHaveLength(2);
    });

    it('it was cancelled, which is said where the focus is', async () => {
      const { user } = await open(buildInvitation(), {
        cancelInvitation: () => buildInvitation({ state: 'cancelled', closedReason: 'Wrong carer' }),
      });
      await user.click(screen.getByRole('button', { name: 'Cancel invitation' }));
      const dialog = within(screen.getByRole('dialog'));
      await user.type(dialog.getByLabelText('Reason'), 'Wrong carer');
      await user.click(dialog.getByRole('button', { name: 'Cancel invitation' }));
      const result = await screen.findByText('The invitation is cancelled.');
      await expect.poll(() => document.activeElement).toBe(result);
      expect(tags('Cancelled')).toHaveLength(2);
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });
});
