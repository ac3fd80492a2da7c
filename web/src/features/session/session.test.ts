import { announceSignOut } from '@cso/ui';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { MINUTE, jo, sam, signedIn, times } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';
import '../sign-in/SignInPage.vue';
import { SESSION_CHANNEL } from './session-channel';

const withIdle = (idleRemainingMs: number) => ({ ...signedIn, times: { ...times, idleRemainingMs } });
const accounts = { items: [jo, sam] };

describe('time-out', () => {
  afterEach(() => vi.useRealTimers());

  it('warns with a countdown when 5 minutes are left, and stays on request', async () => {
    let idle = 5 * MINUTE;
    const { user, client } = renderPortal('/accounts', {
      getSession: () => withIdle(idle),
      recordActivity: () => ({ ...times, idleRemainingMs: (idle = times.idleRemainingMs) }),
      listMyAccounts: accounts,
    });
    await screen.findByRole('alertdialog');
    await user.click(screen.getByRole('button', { name: 'Stay signed in' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(client.sent.some(({ operationId }) => operationId === 'recordActivity')).toBe(true);
  });

  it('leaves when the time is up and remembers the page', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const endsAt = Date.now() + MINUTE;
    const { router, container } = renderPortal('/accounts', {
      getSession: () =>
        Date.now() < endsAt ? withIdle(endsAt - Date.now()) : refusal(401, 'NOT_SIGNED_IN')(),
      listMyAccounts: accounts,
    });
    await screen.findByRole('alertdialog');
    await vi.advanceTimersByTimeAsync(MINUTE + 1_000);
    await screen.findByRole('heading', { name: 'You have been signed out' });
    expect(router.currentRoute.value.query).toEqual({ because: 'time-out', return: '/accounts' });
    expect(screen.queryByText('Sam Reed')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('does not say that time was up when the session was ended elsewhere', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let session: unknown = withIdle(10 * MINUTE);
    const { router } = renderPortal('/accounts', {
      getSession: () => (typeof session === 'function' ? session() : session),
      listMyAccounts: accounts,
    });
    await screen.findByRole('link', { name: 'Sam Reed' });
    session = refusal(401, 'NOT_SIGNED_IN');
    await vi.advanceTimersByTimeAsync(MINUTE + 1_000);
    await screen.findByText('You have been signed out. Sign in to go on.');
    expect(router.currentRoute.value.query).toEqual({ because: 'ended', return: '/accounts' });
  });
});

describe('a log out in another tab', () => {
  it('is told as a log out, and keeps no page to go back to', async () => {
    let session: unknown = signedIn;
    const { router } = renderPortal('/accounts', {
      getSession: () => (typeof session === 'function' ? session() : session),
      listMyAccounts: accounts,
    });
    await screen.findByRole('link', { name: 'Sam Reed' });
    session = refusal(401, 'NOT_SIGNED_IN');
    announceSignOut(SESSION_CHANNEL);
    await screen.findByRole('heading', { name: 'You have logged out' });
    expect(router.currentRoute.value.query).toEqual({});
  });
});

describe('who may see what', () => {
  it('asks for sign-in when any answer says that there is no session', async () => {
    const { router } = renderPortal(`/accounts/${sam.id}`, {
      getSession: signedIn,
      getDashboard: refusal(401, 'NOT_SIGNED_IN'),
    });
    await screen.findByText('You have been signed out. Sign in to go on.');
    expect(router.currentRoute.value.query['return']).toBe(`/accounts/${sam.id}`);
  });

  it.each([
    ['phone_needed', '/sign-up/phone'],
    ['phone_check', '/confirm-your-identity'],
    ['signing_up', '/sign-in'],
  ])('leads somebody at %s to %s', async (stage, path) => {
    const { router } = renderPortal('/accounts', { getSession: { stage } });
    await screen.findByRole('heading', { level: 1 });
    expect(router.currentRoute.value.path).toBe(path);
  });

  it('says that the service cannot be reached, and tries again', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => signedIn];
    const { user } = renderPortal('/accounts', {
      getSession: () => (answers.length > 1 ? answers.shift() : answers[0])?.(),
      listMyAccounts: accounts,
    });
    await screen.findByRole('heading', { name: 'The service cannot be reached' });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'Sam Reed' });
  });
});

describe('log out', () => {
  it('forgets everything at once, though the service does not answer', async () => {
    const { user, container } = renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: accounts,
      signOut: () => new Promise(() => undefined),
    });
    await screen.findByRole('link', { name: 'Sam Reed' });
    await user.click(screen.getByRole('button', { name: 'My Account' }));
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    await screen.findByRole('heading', { name: 'You have logged out' });
    expect(screen.queryByText('Sam Reed')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says so when the session could not be ended', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => undefined];
    const { user } = renderPortal('/accounts', {
      getSession: signedIn,
      listMyAccounts: accounts,
      signOut: () => answers.shift()?.(),
    });
    await user.click(await screen.findByRole('button', { name: 'My Account' }));
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    await user.click(await screen.findByRole('button', { name: 'Log out again' }));
    await screen.findByText('If other people use this device, close the browser too.');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'You have logged out' })),
    );
  });
});
