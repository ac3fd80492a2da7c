import type { WhatsNewItem } from '@cso/contract';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { summary } from '../../testing/messages';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import './SelectAccountPage.vue';

const item: WhatsNewItem = {
  kind: 'message',
  id: summary.id,
  accountId: sam.id,
  accountName: sam.name,
  nickname: 'kite',
  title: 'School this week',
  fromName: 'Olivia Hart',
  at: '2026-03-27T09:32:00.000Z',
  unreadCount: 2,
};

const open = (replies: Replies = {}) =>
  renderPortal('/accounts', {
    getSession: signedIn,
    listMyAccounts: { items: [jo, { ...sam, nickname: 'kite' }] },
    ...replies,
  });

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T12:00:00.000Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('what’s new', () => {
  it('is one list over all accounts that leads to the item', async () => {
    const { container } = open({ listWhatsNew: { items: [item] } });
    const link = await screen.findByRole('link', { name: 'School this week' });
    expect(link.getAttribute('href')).toBe(`/accounts/${sam.id}/messages/${item.id}`);
    screen.getByText(/2 messages from Olivia Hart/);
    screen.getByText('Today at 9:32am');
    screen.getByText('Account: Sam Reed (kite)');
    await expectNoAxeViolations(container);
  });

  it('says when there is nothing', async () => {
    open();
    await screen.findByText('There is nothing new in any of your accounts.');
  });

  it('does not keep the accounts back when it does not come', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [item] })];
    const { user } = open({ listWhatsNew: () => answers.shift()?.() });
    await screen.findByRole('link', { name: 'Sam Reed' });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'School this week' });
  });
});

describe('a name that only the carer sees', () => {
  it('is given in place, and the focus comes back', async () => {
    const { user, client, container } = open({ setAccountNickname: { ...jo, nickname: 'me' } });
    await user.click(
      await screen.findByRole('button', { name: 'Give this account a name only you see Jo Carer' }),
    );
    const box = screen.getByLabelText('Your name for the account of Jo Carer');
    expect(document.activeElement).toBe(box);
    await expectNoAxeViolations(container);
    await user.type(box, ' me ');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('You call it ‘me’');
    expect(client.bodyOf('setAccountNickname')).toEqual({ nickname: 'me' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Change your name'));
    screen.getByRole('link', { name: 'Jo Carer' });
  });

  it('is taken away when it is emptied', async () => {
    const { user, client } = open({ setAccountNickname: sam });
    await user.click(await screen.findByRole('button', { name: /Change your name.*Sam Reed/ }));
    await user.clear(screen.getByDisplayValue('kite'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByText('You call it ‘kite’')).toBeNull());
    expect(client.bodyOf('setAccountNickname')).toEqual({ nickname: null });
  });

  it('has at most 40 characters, and is left as it was by Cancel and Escape', async () => {
    const { user, client } = open();
    await user.click(await screen.findByRole('button', { name: /Change your name/ }));
    await user.click(screen.getByDisplayValue('kite'));
    await user.paste('x'.repeat(41));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    screen.getByRole('link', { name: 'Your name must be 40 characters or less' });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: /Change your name/ }));
    await user.type(screen.getByDisplayValue('kite'), 's{Escape}');
    screen.getByText('You call it ‘kite’');
    expect(client.bodyOf('setAccountNickname')).toBeUndefined();
  });
});
