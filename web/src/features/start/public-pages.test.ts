import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
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

  it('starts with both ways in, and says that it is not for emergencies', async () => {
    const { user } = renderPortal('/', {});
    await screen.findByText('Do not use your account in an emergency');
    screen.getByRole('button', { name: 'Create an account' });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByLabelText('Password');
  });
});
