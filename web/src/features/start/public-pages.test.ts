import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { council, jo, provingPhone, sam, signedIn, times, verifyingPhone } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

const setUp = 'Go on with setting up';

describe('pages for everybody', () => {
  it.each([
    ['/', 'Your Children’s Services Online account'],
    ['/guides/set-up', 'How to set up your account'],
    ['/guides/log-in', 'How to log in and out'],
    ['/help', 'Help and contact'],
    ['/accessibility', 'Accessibility statement'],
    ['/privacy', 'Privacy'],
    ['/cookies', 'Cookies'],
    ['/nowhere', 'Page not found'],
  ])('%s is headed ‘%s’', async (path, heading) => {
    const { container } = renderPortal(path, {});
    await screen.findByRole('heading', { level: 1, name: heading });
    expect(document.title).toContain(heading);
    await expectNoAxeViolations(container);
  });

  it('has the council’s own name and numbers, and says when it is a demo', async () => {
    renderPortal('/', { getService: { ...council, serviceName: 'Fostering Online', isDemo: true } });
    await screen.findByRole('heading', { name: 'Your Fostering Online account' });
    await waitFor(() => expect(document.title).toBe('Your Fostering Online account - Fostering Online'));
    expect(screen.getByRole('link', { name: '01632 960002' }).getAttribute('href')).toBe('tel:01632960002');
    screen.getByText('Demo: nothing leaves this computer.');
  });

  it('has the number for help with the account', async () => {
    renderPortal('/help', {});
    await screen.findByRole('link', { name: '01632 960001' });
  });

  it('is itself when the council’s settings do not come', async () => {
    renderPortal('/', { getService: refusal(503, 'UNAVAILABLE') });
    await screen.findByRole('heading', { name: 'Your Children’s Services Online account' });
    screen.getByText(/ring your worker or the out-of-hours team/);
    expect(screen.queryByRole('link', { name: '01632 960002' })).toBeNull();
  });

  it.each([
    ['who is signed in', signedIn, 'Go to your account', '/accounts'],
    [
      'who is signing up',
      { stage: 'signing_up', signUp: { isEmailVerified: true } },
      setUp,
      '/sign-up/details',
    ],
    [
      'whose address is not verified yet',
      { stage: 'signing_up', signUp: { isEmailVerified: false } },
      setUp,
      '/sign-up/code',
    ],
    ['who has no phone yet', { stage: 'phone_needed', times }, setUp, '/sign-up/phone'],
    ['who verifies the phone', verifyingPhone, setUp, '/confirm-your-identity'],
    ['who is half signed in', provingPhone, 'Go on with signing in', '/confirm-your-identity'],
  ])('has the way on for somebody %s', async (_, getSession, name, path) => {
    const { user, router, container } = renderPortal('/', {
      getSession,
      listMyAccounts: { items: [jo, sam] },
    });
    const wayOn = await screen.findByRole('button', { name });
    expect(screen.queryByRole('button', { name: 'Create an account' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Sign in' }) === null).toBe(getSession === signedIn);
    await expectNoAxeViolations(container);
    await user.click(wayOn);
    await waitFor(() => expect(router.currentRoute.value.path).toBe(path));
  });

  it('starts with both ways in, and says that it is not for emergencies', async () => {
    const { user } = renderPortal('/', {});
    await screen.findByText('Do not use your account in an emergency');
    screen.getByRole('button', { name: 'Create an account' });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByLabelText('Password');
  });
});
