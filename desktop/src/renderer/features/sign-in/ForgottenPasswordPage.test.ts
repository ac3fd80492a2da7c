import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import ForgottenPasswordPage from './ForgottenPasswordPage.vue';

const password = 'purple kettle window';

async function askForCode(answer: () => unknown = () => undefined) {
  const service = fakeService({
    requestWorkerReset: () => ({ token: 'reset-token', expiresInMs: 600_000, resendAfterMs: 30_000 }),
    resetPassword: answer,
  });
  const page = await renderPage(ForgottenPasswordPage, service, { isSignedOut: true });
  await expectNoAxeViolations(page.container);
  await page.user.type(screen.getByLabelText('Email address'), ' priya@council.example ');
  await page.user.click(screen.getByRole('button', { name: 'Send code' }));
  await screen.findByText(/If the address is a worker’s, a code is on its way/);
  return { ...page, service };
}

describe('a forgotten password', () => {
  it('is replaced with the code from the email, then asks to sign in', async () => {
    const { user, service, router, container } = await askForCode();
    const heading = screen.getByRole('heading', { name: 'Forgotten password' });
    await expect.poll(() => document.activeElement).toBe(heading);
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('Code from the email'), '123 456');
    await user.type(screen.getByLabelText('New password'), password);
    await user.type(screen.getByLabelText('New password again'), password);
    await user.click(screen.getByRole('button', { name: 'Set new password' }));
    expect(service.of('requestWorkerReset')).toMatchObject([{ body: { email: 'priya@council.example' } }]);
    expect(service.of('resetPassword')).toMatchObject([{ body: { code: '123 456', password } }]);
    await expect.poll(() => router.currentRoute.value.name).toBe('sign-in');
  });

  it('says what is missing before anything is sent', async () => {
    const { user, service } = await askForCode();
    await user.click(screen.getByRole('button', { name: 'Set new password' }));
    screen.getByRole('link', { name: 'Enter the 6 digits of the code' });
    screen.getByRole('link', { name: 'Enter a new password' });
    expect(service.of('resetPassword')).toEqual([]);
  });

  it('says that the code is wrong or too old', async () => {
    const { user } = await askForCode(() => refuse(401, 'AUTH_FAILED'));
    await user.type(screen.getByLabelText('Code from the email'), '123456');
    await user.type(screen.getByLabelText('New password'), password);
    await user.type(screen.getByLabelText('New password again'), password);
    await user.click(screen.getByRole('button', { name: 'Set new password' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The code is wrong or too old.');
  });
});
