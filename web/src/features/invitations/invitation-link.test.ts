import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { afterEach, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { invitationFor, jo, signedIn } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

describe('the link of the second e-mail', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('takes the token out of the address and offers both ways on', async () => {
    window.history.replaceState(null, '', '/invitation#secret-token');
    const { client, container } = renderPortal('/invitation', { openInvitationLink: { isUsable: true } });
    await screen.findByRole('button', { name: 'Create an account' });
    screen.getByRole('button', { name: 'Sign in' });
    expect(window.location.href).not.toContain('secret-token');
    expect(client.bodyOf('openInvitationLink')).toEqual({ token: 'secret-token' });
    await expectNoAxeViolations(container);
  });

  it('leads to Account Setup after sign-in, where the link is used up', async () => {
    window.history.replaceState(null, '', '/invitation#secret-token');
    const { user, client } = renderPortal('/invitation', {
      openInvitationLink: { isUsable: true },
      signIn: signedIn,
      listMyInvitations: { items: [invitationFor(jo)] },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    await user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
    await user.type(screen.getByLabelText('Password'), 'purple kettle window');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByLabelText('Jo Carer');
    const operations = client.sent.map(({ operationId }) => operationId);
    expect(operations.filter((operation) => operation === 'openInvitationLink')).toHaveLength(2);
  });

  it.each(['LINK_NOT_USABLE', 'NOT_FOUND', 'INVALID_INPUT'] as const)(
    'says the same of a link that was refused as %s',
    async (code) => {
      window.history.replaceState(null, '', '/invitation#old');
      const { user, container } = renderPortal('/invitation', {
        openInvitationLink: refusal(404, code),
        askForNewLink: undefined,
      });
      await screen.findByRole('heading', { name: 'This link cannot be used' });
      await expectNoAxeViolations(container);
      await user.click(screen.getByRole('button', { name: 'Ask for a new one' }));
      await screen.findByText('If we can help with this link, the team will be in touch.');
    },
  );
});
