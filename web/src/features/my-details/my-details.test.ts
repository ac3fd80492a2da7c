import type { MySession } from '@cso/contract';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { jo, sam, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

const PASSWORD = 'purple kettle window';
const here: MySession = {
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3f01',
  isCurrent: true,
  browser: 'firefox',
  operatingSystem: 'android',
  signedInAt: '2026-03-27T09:32:00.000Z',
  lastActivityAt: '2026-03-27T09:40:00.000Z',
};
const tablet: MySession = {
  ...here,
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3f02',
  isCurrent: false,
  browser: 'safari',
  operatingSystem: 'ios',
};

const open = (path: string, replies: Replies = {}) =>
  renderPortal(path, {
    getSession: signedIn,
    listMyAccounts: { items: [jo, sam] },
    listSessions: { items: [here, tablet] },
    getMySignIn: { email: 'jo@example.org', phoneEnding: '401' },
    ...replies,
  });

describe('My details', () => {
  it('is reached from the menu, and leads to the password and the phone', async () => {
    const { user, container } = open('/accounts');
    await user.click(await screen.findByRole('button', { name: 'My Account' }));
    await user.click(screen.getByRole('link', { name: 'My details' }));
    await screen.findByRole('heading', { level: 1, name: 'My details' });
    await screen.findByText('Firefox on an Android phone or tablet');
    await screen.findByText('jo@example.org');
    screen.getByText('Ends in 401');
    await expectNoAxeViolations(container);
    screen.getByRole('link', { name: 'Change phone number' });
    await user.click(screen.getByRole('link', { name: 'Change password' }));
    await screen.findByRole('heading', { level: 1, name: 'Change your password' });
  });

  it('leads to every change when the service does not answer', async () => {
    open('/my-details', { getMySignIn: refusal(503, 'UNAVAILABLE') });
    await screen.findByText('The phone that gets our codes and calls');
    screen.getByRole('link', { name: 'Change phone number' });
    screen.getByRole('link', { name: 'Change password' });
  });

  it('cannot be seen before sign-in, and is there afterwards', async () => {
    const { router } = renderPortal('/my-details', {});
    await screen.findByRole('heading', { level: 1, name: 'Sign in' });
    expect(router.currentRoute.value.query['return']).toBe('/my-details');
  });
});

describe('where I am signed in', () => {
  it('logs out another device, never this one', async () => {
    let items = [here, tablet];
    const { user, client, container } = open('/my-details', {
      listSessions: () => ({ items }),
      endSession: () => void (items = [here]),
    });
    await user.click(await screen.findByRole('button', { name: 'Log out Safari on an iPhone or iPad' }));
    await screen.findByText('Safari on an iPhone or iPad is logged out.');
    expect(client.sent.find(({ operationId }) => operationId === 'endSession')?.params).toEqual({
      id: tablet.id,
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Log out Safari/ })).toBeNull());
    expect(screen.queryByRole('button', { name: /^Log out Firefox/ })).toBeNull();
    screen.getByText('This device');
    await expectNoAxeViolations(container);
  });

  it('says why a device could not be logged out, and keeps it in the list', async () => {
    const { user } = open('/my-details', { endSession: refusal(503, 'UNAVAILABLE') });
    await user.click(await screen.findByRole('button', { name: /^Log out Safari/ }));
    await screen.findByText('The service is not available. Try again later.');
    screen.getByText('Safari on an iPhone or iPad', { selector: 'strong' });
  });

  it('logs out everywhere after a question, and leaves nothing on the screen', async () => {
    const { user } = open('/my-details', { endAllSessions: undefined });
    await user.click(await screen.findByRole('button', { name: 'Log out of all devices' }));
    const question = within(await screen.findByRole('alertdialog'));
    await user.click(question.getByRole('button', { name: 'Log out of all devices' }));
    await screen.findByRole('heading', { level: 1, name: 'You have logged out' });
    expect(screen.queryByText(/Firefox/)).toBeNull();
  });

  it('stays signed in when that failed', async () => {
    const { user } = open('/my-details', { endAllSessions: refusal(503, 'UNAVAILABLE') });
    await user.click(await screen.findByRole('button', { name: 'Log out of all devices' }));
    const question = within(await screen.findByRole('alertdialog'));
    await user.click(question.getByRole('button', { name: 'Log out of all devices' }));
    await screen.findByText('The service is not available. Try again later.');
    screen.getByRole('heading', { level: 1, name: 'My details' });
  });

  it('can be asked for again when it did not come', async () => {
    const answers = [refusal(503, 'UNAVAILABLE'), () => ({ items: [here] })];
    const { user, container } = open('/my-details', { listSessions: () => answers.shift()?.() });
    await screen.findByText('We could not show this');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('This device');
  });
});

describe('a new password', () => {
  async function choose({ user }: ReturnType<typeof renderPortal>) {
    await user.type(await screen.findByLabelText('Your password now'), 'old');
    await user.type(screen.getByLabelText('New password'), PASSWORD);
    await user.type(screen.getByLabelText('Confirm new password'), PASSWORD);
    await user.click(screen.getByRole('button', { name: 'Change password' }));
  }

  it('takes the place of the one in use', async () => {
    const portal = open('/my-details/password', { changePassword: undefined });
    await choose(portal);
    const banner = (await screen.findByText(/^Your password is changed/)).closest('[role=alert]');
    expect(document.activeElement).toBe(banner);
    expect(portal.client.bodyOf('changePassword')).toEqual({
      currentPassword: 'old',
      password: PASSWORD,
      passwordConfirmation: PASSWORD,
    });
  });

  it('needs the one in use', async () => {
    const portal = open('/my-details/password', { changePassword: refusal(401, 'AUTH_FAILED') });
    await screen.findByLabelText('Your password now');
    await portal.user.click(screen.getByRole('button', { name: 'Change password' }));
    screen.getByRole('link', { name: 'Enter the password you use now' });
    await choose(portal);
    await screen.findByRole('link', { name: 'This is not the password you use now' });
    await expectNoAxeViolations(portal.container);
  });

  it('says how long to wait after too many tries', async () => {
    const locked = refusal(429, 'TOO_MANY_TRIES', { retryAfterMs: 900_000 });
    await choose(open('/my-details/password', { changePassword: locked }));
    await screen.findByText(/Wait 15 minutes, then try again/);
  });
});
