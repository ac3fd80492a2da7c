import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { askWorker, draftAt } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
// Fetched at the first visit otherwise; a test that waits for a page is not to wait for that too.
import '../invitations/AccountSetupPage.vue';
import '../messages/MessagesPage.vue';

const news = {
  kind: 'message',
  id: sam.id,
  accountId: jo.id,
  accountName: jo.name,
  nickname: null,
  title: 'School this week',
  fromName: 'Olivia Hart',
  at: '2026-03-26T09:32:00.000Z',
  unreadCount: 1,
};

describe('the accounts of a carer', () => {
  it('lists several with what waits in each, in words', async () => {
    const { container } = renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: { items: [jo, sam] },
    });
    await screen.findByRole('link', { name: 'Jo Carer' });
    screen.getByText('2 new messages, 1 item to complete');
    screen.getByText('Nothing new');
    await expectNoAxeViolations(container);
  });

  it('goes straight to the dashboard of an only account', async () => {
    const { container } = renderPortal('/accounts', {
      getSession: { ...signedIn, hasOpenInvitations: true },
      listMyAccounts: { items: [jo] },
      getDashboard: jo,
      listWhatsNew: { items: [news] },
    });
    await screen.findByRole('link', { name: 'New messages' });
    await screen.findByRole('link', { name: 'School this week' });
    screen.getByRole('link', { name: 'Your recordings' });
    screen.getByText('2 new messages');
    screen.getByText('No new items to view');
    screen.getByText('Jo Carer');
    screen.getByRole('link', { name: 'Account Setup' });
    await expectNoAxeViolations(container);
  });

  it('goes to Account Setup while there is none', async () => {
    renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: { items: [] },
      listMyInvitations: { items: [] },
    });
    await screen.findByText('No invitations are waiting');
  });

  it('has the menu at the left inside a tile, and an honest empty page', async () => {
    const { user, container } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: sam,
      listThreads: { items: [] },
      listMessageDrafts: { items: [] },
      listMessageTypes: { items: [] },
    });
    await user.click(await screen.findByRole('link', { name: 'New messages' }));
    await screen.findByText('You have no messages.');
    expect(screen.getByRole('link', { current: 'page' }).textContent).toContain('New messages');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('link', { name: 'Items to complete' }));
    await screen.findByText('You have no items to complete.');
  });

  it('leads from one account to another without going back to the list, by keyboard too', async () => {
    const { user, router, container } = renderPortal(`/accounts/${sam.id}/messages`, {
      getSession: signedIn,
      getDashboard: ({ params }: { params?: Record<string, string> }) =>
        params?.['id'] === jo.id ? jo : sam,
      listMyAccounts: { items: [jo, sam] },
    });
    const bar = within(await screen.findByRole('region', { name: 'Account' }));
    const change = await bar.findByRole('button', { name: 'Change account' });
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('Account: Sam Reed'));
    change.focus();
    await user.keyboard('{ArrowDown}');
    await expectNoAxeViolations(container);
    expect(document.activeElement?.textContent?.trim()).toBe('Jo Carer');
    expect(bar.getAllByRole('link')).toHaveLength(1);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('Account: Jo Carer'));
    expect(router.currentRoute.value.path).toBe(`/accounts/${jo.id}`);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Dashboard' }));
  });

  it('calls an account in the bar as the carer calls it', async () => {
    const kite = { ...sam, nickname: 'kite' };
    renderPortal(`/accounts/${jo.id}`, {
      getSession: signedIn,
      getDashboard: { ...jo, nickname: 'me' },
      listMyAccounts: { items: [jo, kite] },
    });
    const bar = within(await screen.findByRole('region', { name: 'Account' }));
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('Account: Jo Carer (me)'));
    await bar.findByRole('button', { name: 'Change account' });
    expect(bar.getByRole('link', { name: 'Sam Reed (kite)', hidden: true })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'What’s new' })).toBeNull();
  });

  it.each([
    ['there is only one', { items: [sam] }],
    ['the others are not known', refusal(503, 'UNAVAILABLE')],
  ])('offers no other account when %s', async (_, listMyAccounts) => {
    const { client } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: sam,
      listMyAccounts,
    });
    await screen.findByText('Sam Reed');
    await waitFor(() =>
      expect(client.sent).toContainEqual(expect.objectContaining({ operationId: 'listMyAccounts' })),
    );
    await screen.findByRole('link', { name: 'New messages' });
    expect(screen.queryByRole('button', { name: 'Change account' })).toBeNull();
  });

  it('keeps the focus in the page when an account came at the second try', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => sam];
    const { user } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: () => answers.shift()?.(),
      listMyAccounts: { items: [sam] },
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'New messages' });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Dashboard' })),
    );
    expect(document.title).toMatch(/^Dashboard - /);
  });

  it('says the same of a foreign account as of one that does not exist', async () => {
    const { container } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: refusal(404, 'NOT_FOUND'),
    });
    await screen.findByRole('heading', { name: 'You cannot see this account' });
    await expectNoAxeViolations(container);
  });

  it('keeps what the carer had begun to write when their access ends', async () => {
    const begun = draftAt({ kind: 'new', targetId: askWorker.id }, { body: 'His shoes are too small.' });
    const { user, container } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: refusal(404, 'NOT_FOUND'),
      listMessageDrafts: { items: [{ ...begun, isFrozen: true }] },
    });
    await user.click(await screen.findByText(/^Sam Reed, saved on/));
    screen.getByText('His shoes are too small.');
    await expectNoAxeViolations(container);
  });

  it('offers to try again when the list does not come', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [jo, sam] })];
    const { user } = renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: () => answers.shift()?.(),
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'Sam Reed' });
  });
});
