import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { call, provingPhone, text, times, verifyingPhone } from '../../testing/people';
import { renderPortal } from '../../testing/render-portal';

const button = (name: string) => screen.findByRole('button', { name });
const settingUp = { stage: 'phone_check', phoneCheck: { reason: 'set_up', canText: true }, times };

/** The heading has the focus and the page its name: a screen reader says where one is. */
async function expectStep(heading: string): Promise<void> {
  const name = new RegExp(`${heading}$`);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name })));
  expect(document.title).toMatch(new RegExp(`^${heading} - `));
}

const open = (replies: Replies) => renderPortal('/confirm-your-identity', replies);

describe('each step of Confirm your identity takes the focus and names the page', () => {
  afterEach(() => vi.useRealTimers());

  it('a code that was sent, and a new one', async () => {
    const { user, container } = open({
      getSession: provingPhone,
      sendSignInCode: text,
      resendChallenge: { ...text, id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e02' },
    });
    await user.click(await button('Send Code'));
    await expectStep('Enter the code from your phone');
    await expectNoAxeViolations(container);
    await user.click(await button('Send new code'));
    await expectStep('Enter the code from your phone');
  });

  it('a call, and one that failed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let state = 'calling';
    const { user, container } = open({
      getSession: provingPhone,
      sendSignInCode: call,
      getChallenge: () => ({ ...call, state }),
      resendChallenge: call,
    });
    await user.click(await button('Call Me'));
    await expectStep('We are calling you');
    state = 'failed';
    await vi.advanceTimersByTimeAsync(2_000);
    await expectStep('We could not confirm your call');
    await user.click(await button('Call again'));
    await expectStep('We are calling you');
    vi.useRealTimers();
    await expectNoAxeViolations(container);
  });

  it('the second verification', async () => {
    const { user, container } = open({
      getSession: settingUp,
      sendSignInCode: text,
      verifyChallenge: verifyingPhone,
    });
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '123456{Enter}');
    await screen.findByText('Your phone number is set up.');
    await expectStep('Confirm your phone once more');
    await expectNoAxeViolations(container);
  });

  it('but a refusal, which takes the focus itself', async () => {
    const { user } = open({
      getSession: provingPhone,
      sendSignInCode: text,
      verifyChallenge: refusal(422, 'CODE_NOT_ACCEPTED'),
    });
    await user.click(await button('Send Code'));
    await user.type(await screen.findByLabelText('Verification code'), '000000{Enter}');
    await screen.findByText('There is a problem');
    expect(document.activeElement?.textContent).toContain('There is a problem');
    expect(document.title).toMatch(/^Error: Enter the code from your phone - /);
  });
});
