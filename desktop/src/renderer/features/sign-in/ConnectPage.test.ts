import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it, vi } from 'vitest';
import { fakeService, renderPage } from '../../app/testing/fake-service';
import ConnectPage from './ConnectPage.vue';

const noServer = { origin: null, isManaged: false };

describe('connecting to a server', () => {
  it('takes a bare name for a secure address', async () => {
    const chooseServer = vi.fn(async (origin: string) => ({ origin, isManaged: false }));
    const platform = { server: noServer, chooseServer };
    const { user, container } = await renderPage(ConnectPage, fakeService({}), {
      isSignedOut: true,
      platform,
    });
    await expectNoAxeViolations(container);
    await user.type(screen.getByLabelText('Server address'), 'children.council.example');
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    expect(chooseServer).toHaveBeenCalledWith('https://children.council.example');
    await screen.findByText('Connecting. The window will open again in a moment.');
  });

  it('refuses an address that is not secure', async () => {
    const chooseServer = vi.fn();
    const platform = { server: noServer, chooseServer };
    const { user } = await renderPage(ConnectPage, fakeService({}), { isSignedOut: true, platform });
    await user.type(screen.getByLabelText('Server address'), 'http://children.council.example');
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    expect(screen.getByRole('alert').textContent).toContain('starts with https://');
    expect(chooseServer).not.toHaveBeenCalled();
  });
});
