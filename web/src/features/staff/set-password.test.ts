import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { afterEach, describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { renderPortal } from '../../testing/render-portal';

const TOKEN = 'Zk3vQ9_aB-cD7eF0gH1iJ2kL3mN4oP5qR6sT8uV9wX0';

function openLink(replies: Replies, fragment = TOKEN) {
  window.history.replaceState(null, '', `/set-password#${fragment}`);
  return renderPortal('/set-password', replies);
}

async function setPassword(replies: Replies) {
  const portal = openLink(replies);
  await portal.user.type(await screen.findByLabelText('New password'), 'purple kettle window');
  await portal.user.type(screen.getByLabelText('Confirm new password'), 'purple kettle window');
  await portal.user.click(screen.getByRole('button', { name: 'Set password' }));
  return portal;
}

describe('the link of a new worker', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('takes the token out of the address, sets the password and signs nobody in', async () => {
    const { client, container, router } = await setPassword({ workerSetPassword: undefined });
    const banner = await screen.findByText('Your password is set. Open the caseworker app to sign in.');
    expect(document.activeElement?.contains(banner)).toBe(true);
    expect(window.location.href).not.toContain(TOKEN);
    const password = 'purple kettle window';
    expect(client.bodyOf('workerSetPassword')).toEqual({
      token: TOKEN,
      password,
      passwordConfirmation: password,
    });
    expect(router.currentRoute.value.name).toBe('set-password');
    expect(screen.queryByRole('button', { name: 'Log out' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says in plain words that the link was used or is too old', async () => {
    const { container } = await setPassword({ workerSetPassword: refusal(404, 'LINK_NOT_USABLE') });
    await screen.findByRole('heading', { name: 'This link cannot be used' });
    screen.getByText('Ask your administrator for a new link.');
    await expectNoAxeViolations(container);
  });

  it('does not ask for a password when the link is not whole', async () => {
    openLink({}, '');
    await screen.findByRole('heading', { name: 'This link cannot be used' });
    expect(screen.queryByLabelText('New password')).toBeNull();
  });

  it('says beside the field why a password is refused', async () => {
    const fields = { password: 'PASSWORD_TOO_COMMON' } as const;
    await setPassword({ workerSetPassword: refusal(422, 'PASSWORD_REFUSED', { fields }) });
    await screen.findByRole('link', { name: 'This password is easy to guess. Choose another one' });
    screen.getByLabelText('New password');
  });
});
