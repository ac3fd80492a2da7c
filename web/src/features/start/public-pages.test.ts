import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { council } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

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

  it('starts with both ways in, and says that it is not for emergencies', async () => {
    const { user } = renderPortal('/', {});
    await screen.findByText('Do not use your account in an emergency');
    screen.getByRole('button', { name: 'Create an account' });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByLabelText('Password');
  });
});
