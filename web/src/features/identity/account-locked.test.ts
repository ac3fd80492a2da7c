import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { call, lockedOut, provingPhone, text, times } from '../../testing/people';
import { reload, renderPortal } from '../../testing/render-portal';

const button = (name: string) => screen.findByRole('button', { name });
const denied = { ...call, state: 'denied' };
const title = { level: 1, name: 'Your account is locked' };

/** The carer is called and waits at the page; the phone's keys are somebody else's. */
async function beCalled(replies: Replies) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const portal = renderPortal('/confirm-your-identity', {
    getSession: provingPhone,
    sendSignInCode: call,
    ...replies,
  });
  await portal.user.click(await button('Call Me'));
  await screen.findByText('47');
  return portal;
}

describe('a call that was reported as not theirs', () => {
  afterEach(() => vi.useRealTimers());

  it('leads to a page that says so, and whom to ring, and offers nothing that cannot work', async () => {
    const { container } = await beCalled({ getChallenge: denied });
    await vi.advanceTimersByTimeAsync(2_000);
    const heading = await screen.findByRole('heading', title);
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toMatch(/^Your account is locked/);
    screen.getByText(/pressed 1 to tell us that the call was not for them/);
    screen.getByText(/We have locked the account to keep it safe/);
    expect(screen.getByRole('link', { name: '01632 960001' }).getAttribute('href')).toBe('tel:01632960001');
    screen.getByRole('link', { name: 'Go to the start page' });
    for (const name of ['Call again', 'Send Code', 'Send a code by text instead'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    vi.useRealTimers();
    await expectNoAxeViolations(container);
  });

  it('says the same after the page was loaded anew', async () => {
    const portal = await beCalled({ getChallenge: denied });
    await vi.advanceTimersByTimeAsync(2_000);
    await screen.findByRole('heading', title);
    reload(portal, { getSession: lockedOut, getChallenge: denied });
    await screen.findByText(/pressed 1 to tell us that the call was not for them/);
  });

  it('goes on with the phone check once a worker has unlocked the account', async () => {
    const portal = await beCalled({ getChallenge: denied });
    await vi.advanceTimersByTimeAsync(2_000);
    await screen.findByRole('heading', title);
    reload(portal, { getSession: provingPhone, getChallenge: denied });
    await button('Call Me');
    screen.getByRole('heading', { name: 'Confirm your identity' });
  });
});

describe('an account that only a worker can unlock', () => {
  it('is told of right after the password, and can be left for another one', async () => {
    const { user } = renderPortal('/sign-in', { signIn: lockedOut });
    await user.type(await screen.findByLabelText('Email address'), 'jo@example.org');
    await user.type(screen.getByLabelText('Password'), 'purple kettle window');
    await user.click(await button('Sign in'));
    await screen.findByRole('heading', title);
    screen.getByText(/^There were too many wrong codes, or/);
    await button('Log out');
    await user.click(screen.getByRole('link', { name: 'Go to the start page' }));
    await user.click(await button('Sign in'));
    await screen.findByLabelText('Password');
  });

  it.each<[string, string, string, Replies]>([
    [
      'a code was typed',
      '/confirm-your-identity',
      'Continue',
      { sendSignInCode: text, verifyChallenge: refusal(409, 'STEP_LOCKED') },
    ],
    [
      'a call was asked for',
      '/confirm-your-identity',
      'Call Me',
      { sendSignInCode: refusal(409, 'STEP_LOCKED') },
    ],
  ])('is told of when %s', async (_, path, press, replies) => {
    const { user } = renderPortal(path, { getSession: provingPhone, ...replies });
    if (press === 'Continue') {
      await user.click(await button('Send Code'));
      await user.type(await screen.findByLabelText('Verification code'), '123456');
    }
    await user.click(await button(press));
    await screen.findByRole('heading', title);
  });

  it('is told of when a number was given', async () => {
    const { user } = renderPortal('/sign-up/phone', {
      getSession: { stage: 'phone_needed', times },
      enrolPhone: refusal(409, 'STEP_LOCKED'),
    });
    await user.type(await screen.findByLabelText('Phone number'), '07700 900982');
    await user.click(await button('Send Code'));
    await screen.findByRole('heading', title);
  });

  it('is not one that opens by itself: then the page says how long to wait', async () => {
    const { user } = renderPortal('/confirm-your-identity', {
      getSession: provingPhone,
      sendSignInCode: refusal(409, 'STEP_LOCKED', { retryAfterMs: 7_200_000 }),
    });
    await user.click(await button('Send Code'));
    await screen.findByText(/Wait 2 hours, or ask your worker for help/);
    screen.getByRole('heading', { level: 1, name: 'Confirm your identity' });
  });
});
