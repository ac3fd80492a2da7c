import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake-client';
import { invitationFor, jo, signedIn, text, times, verifyingPhone } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

const codeSent = { expiresInMs: 600_000, resendAfterMs: 0 };
const button = (name: string) => screen.findByRole('button', { name });
const signingUp = (isEmailVerified: boolean) => ({ stage: 'signing_up', signUp: { isEmailVerified } });

describe('creating an account', () => {
  it('goes from the address to the phone in the order of the guide', async () => {
    const { user, container } = renderPortal('/sign-up', {
      startSignUp: codeSent,
      verifySignUpEmail: { isVerified: true },
      completeSignUp: { stage: 'phone_needed', times },
    });

    await user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
    await expectNoAxeViolations(container);
    await user.click(await button('Send verification code'));

    await user.type(await screen.findByLabelText('Verification code'), '123 456');
    await user.click(await button('Verify code'));
    await screen.findByText('Your email address has been verified');
    await expectNoAxeViolations(container);
    await user.click(await button('Continue'));

    await user.type(await screen.findByLabelText('First name'), 'Jo');
    await user.type(screen.getByLabelText('Last name'), 'Carer');
    await user.type(screen.getByLabelText('New password'), 'purple kettle window');
    await user.type(screen.getByLabelText('Confirm new password'), 'purple kettle window');
    await expectNoAxeViolations(container);
    await user.click(await button('Create'));

    await screen.findByLabelText('Country code');
  });

  it('goes from the phone, proven twice, to Account Setup', async () => {
    const checks = [verifyingPhone, signedIn];
    const { user, client, container } = renderPortal('/sign-up/phone', {
      getSession: { stage: 'phone_needed', times },
      enrolPhone: { ...text, destination: '+44 7700 900982' },
      verifyChallenge: () => checks.shift(),
      sendSignInCode: text,
      listMyInvitations: { items: [invitationFor(jo)] },
    });
    await screen.findByLabelText('Country code');
    expect(screen.getByRole('option', { selected: true }).textContent?.trim()).toBe('United Kingdom (+44)');
    await user.type(screen.getByLabelText('Phone number'), '07700 900982');
    await user.click(await button('Send Code'));
    expect(client.bodyOf('enrolPhone')).toEqual({ country: 'GB', number: '07700 900982', channel: 'text' });

    await user.type(await screen.findByLabelText('Verification code'), '111111');
    screen.getByText(/\+44 7700 900982/);
    await user.click(await button('Continue'));

    await screen.findByText(/we check your phone once more/);
    await expectNoAxeViolations(container);
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '222222');
    await user.click(await button('Continue'));

    await screen.findByRole('heading', { name: 'Account Setup' });
  });

  it('says what is missing, in a summary and beside the field', async () => {
    const { user, client } = renderPortal('/sign-up', {});
    await user.click(await button('Send verification code'));
    expect(screen.getByRole('alert').textContent).toContain('Enter your email address');
    screen.getByRole('textbox', { name: 'Email address', description: 'Error: Enter your email address' });
    expect(client.bodyOf('startSignUp')).toBeUndefined();
  });

  it('says all that is wrong with a name and a password at once', async () => {
    const { user, client, container } = renderPortal('/sign-up/details', { getSession: signingUp(true) });
    const errors = () =>
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent);
    await user.click(await button('Create'));
    expect(errors()).toEqual([
      'Enter your first name',
      'Enter your last name',
      'Enter a new password',
      'Confirm your new password',
    ]);
    await user.type(screen.getByLabelText('First name'), 'J'.repeat(81));
    await user.type(screen.getByLabelText('New password'), 'short');
    await user.type(screen.getByLabelText('Confirm new password'), 'other');
    await user.click(await button('Create'));
    const [name, last, password, confirmation] = [
      'This name is too long',
      'Enter your last name',
      'Your new password must have 8 characters or more',
      'The two passwords must be the same',
    ];
    expect(errors()).toEqual([name, last, password, confirmation]);
    screen.getByRole('textbox', { name: 'First name', description: `Error: ${name}` });
    screen.getByRole('textbox', { name: 'Last name', description: `Error: ${last}` });
    const described = (label: string) => screen.getByLabelText(label).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described('New password'))?.textContent).toContain(password);
    expect(document.getElementById(described('Confirm new password'))?.textContent).toContain(confirmation);
    expect(client.bodyOf('completeSignUp')).toBeUndefined();
    await expectNoAxeViolations(container);
  });

  it('blames a wrong code on the code and voids what was typed when a new one is sent', async () => {
    const { user } = renderPortal('/sign-up', {
      startSignUp: codeSent,
      verifySignUpEmail: refusal(401, 'AUTH_FAILED'),
      resendSignUpCode: codeSent,
    });
    await user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
    await user.click(await button('Send verification code'));
    await user.type(await screen.findByLabelText('Verification code'), '123456');
    await user.click(await button('Verify code'));
    await screen.findByRole('link', { name: /The code is not right/ });
    await user.click(await button('Send new code'));
    expect(await screen.findByLabelText('Verification code')).toHaveProperty('value', '');
  });

  it('goes on with the code when the page was loaded anew', async () => {
    const { user, client, container } = renderPortal('/sign-up/details', {
      getSession: signingUp(false),
      verifySignUpEmail: { isVerified: true },
    });
    await user.type(await screen.findByLabelText('Verification code'), '123456');
    screen.getByText(/If your address has been invited/);
    await expectNoAxeViolations(container);
    await user.click(await button('Verify code'));
    await screen.findByText('Your email address has been verified');
    expect(client.bodyOf('verifySignUpEmail')).toEqual({ code: '123456' });
  });

  it('goes on with the name when the page was loaded anew after that', async () => {
    const { container } = renderPortal('/sign-up/details', { getSession: signingUp(true) });
    await screen.findByLabelText('First name');
    await expectNoAxeViolations(container);
  });

  it('starts again with the address when the session is over', async () => {
    renderPortal('/sign-up/details', {});
    await screen.findByLabelText('Email address');
  });
});
