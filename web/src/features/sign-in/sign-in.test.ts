import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { call, jo, provingLandline, provingPhone, sam, signedIn, text } from '../../testing/people';
import { reload, renderPortal } from '../../testing/render-portal';

const button = (name: string) => screen.findByRole('button', { name });

async function enterPassword(path: string, replies: Replies) {
  const portal = renderPortal(path, replies);
  await portal.user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
  await portal.user.type(screen.getByLabelText('Password'), 'purple kettle window');
  await portal.user.click(await button('Sign in'));
  return portal;
}

describe('signing in', () => {
  afterEach(() => vi.useRealTimers());

  it('asks for the phone after the password, then shows the accounts', async () => {
    const { user, container } = await enterPassword('/sign-in', {
      signIn: provingPhone,
      sendSignInCode: text,
      verifyChallenge: signedIn,
      listMyAccounts: { items: [jo, sam] },
    });
    await expectNoAxeViolations(container);
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '123456');
    await expectNoAxeViolations(container);
    await user.click(await button('Continue'));
    await screen.findByRole('heading', { name: 'Select an account' });
  });

  it('goes back to the page that was asked for', async () => {
    const { user, router } = await enterPassword(`/accounts/${sam.id}/messages`, {
      signIn: provingPhone,
      sendSignInCode: text,
      verifyChallenge: signedIn,
      getDashboard: sam,
    });
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '123456');
    await user.click(await button('Continue'));
    await screen.findByRole('heading', { name: 'New messages' });
    expect(router.currentRoute.value.fullPath).toBe(`/accounts/${sam.id}/messages`);
  });

  it('never goes to another site after sign-in', async () => {
    const { router } = await enterPassword('/sign-in?return=//elsewhere.example', {
      signIn: signedIn,
      listMyAccounts: { items: [jo, sam] },
    });
    await screen.findByRole('heading', { name: 'Select an account' });
    expect(router.currentRoute.value.path).toBe('/accounts');
  });

  it('does not say which part was wrong', async () => {
    await enterPassword('/sign-in', { signIn: refusal(401, 'AUTH_FAILED') });
    expect((await screen.findByRole('alert')).textContent).toContain('What you entered is not right.');
    screen.getByRole('textbox', { name: 'Email address', description: '' });
    expect(screen.getByLabelText('Password').getAttribute('aria-describedby')).toBeNull();
  });

  it('says why a phone code was not taken, not that it has too few digits', async () => {
    const { user } = await enterPassword('/sign-in', {
      signIn: provingPhone,
      sendSignInCode: text,
      verifyChallenge: refusal(422, 'CODE_NOT_ACCEPTED', { fields: { code: 'INVALID_CODE' } }),
    });
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '000000');
    await user.click(await button('Continue'));
    await screen.findByRole('link', { name: /^The code is not right/ });
    screen.getByRole('textbox', { name: 'Verification code', description: /The code is not right/ });
    expect(document.title).toMatch(/^Error: /);
  });

  it('no longer says that the password was changed once a sign-in was refused', async () => {
    await enterPassword('/sign-in?because=new-password', { signIn: refusal(401, 'AUTH_FAILED') });
    await screen.findByText('What you entered is not right.', { exact: false });
    expect(screen.queryByText(/Your password has been changed/)).toBeNull();
  });

  it('says how long the lock lasts', async () => {
    await enterPassword('/sign-in', { signIn: refusal(429, 'TOO_MANY_TRIES', { retryAfterMs: 900_000 }) });
    expect((await screen.findByRole('alert')).textContent).toContain('Wait 15 minutes, then try again.');
  });

  it('still takes the code after the page was loaded again', async () => {
    const portal = await enterPassword('/sign-in', { signIn: provingPhone, sendSignInCode: text });
    await portal.user.click(await button('Send Code'));
    await screen.findByLabelText('Verification code');
    const again = reload(portal, { getSession: provingPhone, getChallenge: text });
    await screen.findByLabelText('Verification code');
    expect(again.client.sent).toContainEqual(expect.objectContaining({ params: { id: text.id } }));
  });

  it('only offers a call to a landline', async () => {
    renderPortal('/confirm-your-identity', { getSession: provingLandline });
    await button('Call Me');
    expect(screen.queryByRole('button', { name: 'Send Code' })).toBeNull();
  });

  it('goes on by itself when # was pressed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let state = 'calling';
    const { user, client } = renderPortal('/confirm-your-identity', {
      getSession: provingPhone,
      sendSignInCode: call,
      getChallenge: () => ({ ...call, state }),
      verifyChallenge: signedIn,
      listMyAccounts: { items: [jo, sam] },
    });
    await user.click(await button('Call Me'));
    await screen.findByText('47');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.bodyOf('verifyChallenge')).toBeUndefined();
    state = 'confirmed';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.bodyOf('verifyChallenge')).toEqual({ code: undefined });
    await screen.findByRole('heading', { name: 'Select an account' });
  });
});
