import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { getActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { fakeService, refuse, renderPage, worker } from '../../app/testing/fake-service';
import { useWorkerSession } from '../../app/session/worker-session';
import SignInPage from './SignInPage.vue';

const signedIn = { token: 'token-2', session: { stage: 'signed_in', worker } };

async function givePassword(user: {
  type: (at: Element, text: string) => Promise<void>;
  click: (at: Element) => Promise<void>;
}) {
  await user.type(screen.getByLabelText('Email address'), 'priya@council.example');
  await user.type(screen.getByLabelText('Password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

const expectFocusOn = (heading: string) =>
  expect.poll(() => document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: heading }));

describe('signing in', () => {
  it('asks for the password, then for the code of the authenticator app', async () => {
    const service = fakeService({
      workerSignIn: () => ({ token: 'token-1', session: { stage: 'totp_check' } }),
      workerVerifyTotp: () => signedIn,
    });
    const { user, container } = await renderPage(SignInPage, service, { isSignedOut: true });
    await expectNoAxeViolations(container);
    await givePassword(user);

    await screen.findByLabelText('Code');
    await expectFocusOn('Enter the code from your app');
    await user.type(screen.getByLabelText('Code'), '123 456');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(service.of('workerVerifyTotp')).toMatchObject([{ body: { code: '123 456' } }]);
  });

  it('says one thing for a wrong address and a wrong password', async () => {
    const service = fakeService({ workerSignIn: () => refuse(401, 'AUTH_FAILED') });
    const { user } = await renderPage(SignInPage, service, { isSignedOut: true });
    await givePassword(user);
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The email address or password is wrong',
    );
  });

  it('no longer says that the password was changed once a sign-in was refused', async () => {
    const service = fakeService({ workerSignIn: () => refuse(401, 'AUTH_FAILED') });
    const { user } = await renderPage(SignInPage, service, { isSignedOut: true });
    useWorkerSession(getActivePinia()).end('password_changed');
    await screen.findByText(/Your new password is set/);
    await givePassword(user);
    await screen.findByRole('alert');
    expect(screen.queryByText(/Your new password is set/)).toBeNull();
  });

  it('says where one is when one starts again, and what is wrong where it is', async () => {
    const service = fakeService({
      workerSignIn: () => ({ token: 'token-1', session: { stage: 'totp_check' } }),
      workerVerifyTotp: () => refuse(422, 'CODE_NOT_ACCEPTED', { code: 'INVALID_CODE' }),
    });
    const { user } = await renderPage(SignInPage, service, { isSignedOut: true });
    await givePassword(user);
    await user.type(await screen.findByLabelText('Code'), '123456');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('alert');
    expect(document.activeElement?.textContent).toContain('The code is wrong or was used before');
    await user.click(screen.getByRole('button', { name: 'Start again with my password' }));
    await expectFocusOn('Sign in');
  });

  it('takes a recovery code instead of the app', async () => {
    const service = fakeService({
      workerSignIn: () => ({ token: 'token-1', session: { stage: 'totp_check' } }),
      workerUseRecoveryCode: () => signedIn,
    });
    const { user } = await renderPage(SignInPage, service, { isSignedOut: true });
    await givePassword(user);
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code instead' }));
    await expectFocusOn('Use a recovery code');
    await user.click(screen.getByRole('button', { name: 'Use the code from my app instead' }));
    await expectFocusOn('Enter the code from your app');
    await user.click(screen.getByRole('button', { name: 'Use a recovery code instead' }));
    await user.type(screen.getByLabelText('Recovery code'), 'K7MX-29QR');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(service.of('workerUseRecoveryCode')).toMatchObject([{ body: { code: 'K7MX-29QR' } }]);
  });

  it('sets up the app with two codes, and lets the worker on only once the recovery codes are kept', async () => {
    const service = fakeService({
      workerSignIn: () => ({ token: 'token-1', session: { stage: 'totp_enrolment' } }),
      workerEnrolTotp: () => ({
        secret: 'JBSWY3DPEHPK3PXP',
        otpauthUrl: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
      }),
      workerConfirmTotp: () => ({ ...signedIn, recoveryCodes: ['K7MX-29QR', 'ABCD-2345'] }),
    });
    const saveFile = vi.fn(async () => 'saved' as const);
    const { user, container } = await renderPage(SignInPage, service, {
      isSignedOut: true,
      platform: { saveFile },
    });
    await givePassword(user);
    await screen.findByText('JBSW Y3DP EHPK 3PXP');
    await expectFocusOn('Set up your authenticator app');
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('QR code');
    await expectNoAxeViolations(container);

    await user.type(screen.getByLabelText('First code'), '111111');
    await user.type(screen.getByLabelText('Second code'), '222222');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByText('K7MX-29QR');
    await expectFocusOn('Keep your recovery codes');
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Save to a file' }));
    expect(saveFile).toHaveBeenCalledOnce();

    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toContain('Confirm that you have kept your recovery codes');
    await user.click(screen.getByLabelText('I have kept my recovery codes in a safe place'));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.queryByText('K7MX-29QR')).toBeNull();
  });
});
