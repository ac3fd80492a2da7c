import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake-client';
import { jo, sam, signedIn } from '../testing/people';
import { renderPortal } from '../testing/render-portal';

describe('what is new', () => {
  it('shows without reloading', async () => {
    let newMessages = 0;
    const { client, container } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: () => ({ ...sam, newMessages }),
    });
    await screen.findByText('No new messages');
    await waitFor(() => expect(client.streams).toHaveLength(1));
    newMessages = 3;
    client.streams[0]!.onEvent({ kind: 'messages' });
    await screen.findByText('3 new messages');
    await expectNoAxeViolations(container);
  });

  it('that cannot be asked leaves what is shown', async () => {
    const answers = [() => sam, refusal(503, 'UNAVAILABLE')];
    const { client } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: () => (answers.length > 1 ? answers.shift() : answers[0])?.(),
    });
    await screen.findByText('Sam Reed');
    await waitFor(() => expect(client.streams).toHaveLength(1));
    client.streams[0]!.onEvent({ kind: 'all' });
    await waitFor(() =>
      expect(client.sent.filter(({ operationId }) => operationId === 'getDashboard')).toHaveLength(2),
    );
    screen.getByText('Sam Reed');
    screen.getByRole('link', { name: 'New messages' });
  });

  it('is told to nobody before sign-in', async () => {
    const { client } = renderPortal('/sign-in', {});
    await screen.findByRole('heading', { level: 1 });
    expect(client.streams).toEqual([]);
  });

  it('is told to nobody after log out', async () => {
    const { client, user } = renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: { items: [jo, sam] },
      signOut: undefined,
    });
    await waitFor(() => expect(client.streams).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'My Account' }));
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    await waitFor(() => expect(client.streams[0]!.signal.aborted).toBe(true));
    expect(client.streams).toHaveLength(1);
  });
});
