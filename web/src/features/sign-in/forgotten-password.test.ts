import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { reload, renderPortal } from '../../testing/render-portal';

const PASSWORD = 'purple kettle window';
const codeSent = { expiresInMs: 600_000, resendAfterMs: 0 };
const resetting = { stage: 'resetting_password' };
const button = (name: string) => screen.findByRole('button', { name });

async function askForCode(replies: Replies = {}) {
  const portal = renderPortal('/forgotten-password', { requestPasswordReset: codeSent, ...replies });
  await portal.user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
  await portal.user.click(await button('Send verification code'));
  await screen.findByText(/^If jo@example.org has an account/);
  return portal;
}

async function choosePassword({ user }: ReturnType<typeof renderPortal>) {
  await user.type(await screen.findByLabelText('Verification code'), '123456');
  await user.type(screen.getByLabelText('New password'), PASSWORD);
  await user.type(screen.getByLabelText('Confirm new password'), PASSWORD);
  await user.click(await button('Change password'));
}

describe('a forgotten password', () => {
  it('is changed with a code, then asks to sign in', async () => {
    const portal = await askForCode({ resetPassword: undefined });
    await expectNoAxeViolations(portal.container);
    await choosePassword(portal);
    await screen.findByText(/Your password has been changed/);
    expect(portal.client.bodyOf('resetPassword')).toMatchObject({ code: '123456', password: PASSWORD });
  });

  it('goes on with the code and the new password when the page was loaded anew', async () => {
    const again = reload(await askForCode(), { getSession: resetting, resetPassword: undefined });
    await screen.findByRole('heading', { name: 'Choose a new password' });
    screen.getByText(/^If your address has an account/);
    await expectNoAxeViolations(again.container);
    await choosePassword(again);
    await screen.findByText(/Your password has been changed/);
  });

  it('gets a new code after that, too, without the address being typed again', async () => {
    const again = reload(await askForCode(), { getSession: resetting, resendPasswordReset: codeSent });
    await again.user.type(await screen.findByLabelText('Verification code'), '111111');
    await again.user.click(await button('Send new code'));
    expect(again.client.sent).toContainEqual(expect.objectContaining({ operationId: 'resendPasswordReset' }));
    expect(screen.getByLabelText('Verification code')).toHaveProperty('value', '');
  });

  it('leaves no address behind in the tab', async () => {
    await askForCode();
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('jo@example.org');
  });

  it('starts again with the address when there is nothing to go on with', async () => {
    renderPortal('/forgotten-password/new-password', {});
    await screen.findByRole('heading', { name: 'Forgotten your password?' });
  });

  it('says that it took too long when the session has ended meanwhile', async () => {
    const portal = await askForCode({ resetPassword: refusal(401, 'NOT_SIGNED_IN') });
    await choosePassword(portal);
    await screen.findByText('This took too long. Go back and ask for a new code.');
  });
});
