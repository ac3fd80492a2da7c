import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { invitationFor, jo, provingPhone, signedIn } from '../../testing/people';
import { reload, renderPortal } from '../../testing/render-portal';

const TOKEN = 'secret-token';
const usable: Replies = { openInvitationLink: { isUsable: true } };
const list = { items: [invitationFor(jo)] };
const button = (name: string) => screen.findByRole('button', { name });

function openLink(replies: Replies, fragment = TOKEN) {
  window.history.replaceState(null, '', `/invitation#${fragment}`);
  return renderPortal('/invitation', replies);
}

async function signIn({ user }: ReturnType<typeof renderPortal>) {
  await user.click(await button('Sign in'));
  await user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
  await user.type(screen.getByLabelText('Password'), 'purple kettle window');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

const isKept = () => Object.values({ ...sessionStorage }).includes(TOKEN);

describe('the link of the second e-mail', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('takes the token out of the address and offers both ways on', async () => {
    const { client, container } = openLink(usable);
    await button('Create an account');
    screen.getByRole('button', { name: 'Sign in' });
    expect(window.location.href).not.toContain(TOKEN);
    expect(client.bodyOf('openInvitationLink')).toEqual({ token: TOKEN });
    await expectNoAxeViolations(container);
  });

  it('goes on when the page is loaded anew', async () => {
    const portal = openLink(usable);
    await button('Create an account');
    const { client } = reload(portal, usable);
    await button('Create an account');
    expect(client.bodyOf('openInvitationLink')).toEqual({ token: TOKEN });
  });

  it('goes on when the service could not be reached and the page is loaded anew', async () => {
    const portal = openLink({ openInvitationLink: refusal(503, 'UNAVAILABLE') });
    await button('Try again');
    reload(portal, usable);
    await button('Create an account');
  });

  it('leads to Account Setup after sign-in, where the link is used up and forgotten', async () => {
    const portal = openLink({ ...usable, signIn: signedIn, listMyInvitations: list });
    await signIn(portal);
    await screen.findByLabelText('Jo Carer');
    const operations = portal.client.sent.map(({ operationId }) => operationId);
    expect(operations.filter((operation) => operation === 'openInvitationLink')).toHaveLength(2);
    expect(isKept()).toBe(false);
  });

  it('is forgotten when it turns out to be meant for another address', async () => {
    const answers = [() => ({ isUsable: true }), refusal(404, 'LINK_NOT_USABLE')];
    const portal = openLink({
      openInvitationLink: () => answers.shift()?.(),
      signIn: signedIn,
      listMyInvitations: list,
    });
    await signIn(portal);
    await screen.findByText(/^The link that brought you here cannot be used with this account/);
    expect(isKept()).toBe(false);
  });

  it('is forgotten by who logs out', async () => {
    const { user } = openLink({ ...usable, getSession: provingPhone, signOut: undefined });
    await button('Create an account');
    expect(isKept()).toBe(true);
    await user.click(await button('Log out'));
    await screen.findByRole('heading', { name: 'You have logged out' });
    expect(isKept()).toBe(false);
  });

  it.each(['LINK_NOT_USABLE', 'NOT_FOUND', 'INVALID_INPUT'] as const)(
    'says the same of a link that was refused as %s, and forgets it',
    async (code) => {
      const { user, container } = openLink({
        openInvitationLink: refusal(404, code),
        askForNewLink: undefined,
      });
      const title = await screen.findByRole('heading', { name: 'This link cannot be used' });
      await waitFor(() => expect(document.activeElement).toBe(title));
      screen.getByRole('link', { name: 'Sign in' });
      expect(isKept()).toBe(false);
      await expectNoAxeViolations(container);
      await user.click(screen.getByRole('button', { name: 'Ask for a new one' }));
      await screen.findByText('If we can help with this link, the team will be in touch.');
      await waitFor(() =>
        expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Thank you' })),
      );
      expect(document.title).toMatch(/^Thank you - /);
      await user.click(screen.getByRole('link', { name: 'Sign in' }));
      await screen.findByLabelText('Password');
    },
  );

  it('leads who is signed in already from a link that cannot be used to their account', async () => {
    const { user } = openLink({
      openInvitationLink: refusal(404, 'LINK_NOT_USABLE'),
      getSession: signedIn,
      listMyAccounts: { items: [] },
      listMyInvitations: { items: [invitationFor(jo, 'awaiting_activation')] },
    });
    await user.click(await screen.findByRole('link', { name: 'Go to your account' }));
    await screen.findByRole('heading', { name: /Your account is with the team/ });
  });
});
