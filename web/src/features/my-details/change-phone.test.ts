import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, type Replies } from '../../testing/fake-client';
import { call, jo, sam, signedIn, text } from '../../testing/people';
import { reload, renderPortal } from '../../testing/render-portal';

const NUMBER = '07400 123499';
const newText = { ...text, id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e09', destination: '+447400123499' };
const button = (name: string) => screen.findByRole('button', { name });

const open = (replies: Replies = {}) =>
  renderPortal('/my-details/phone', {
    getSession: { ...signedIn, canText: true },
    listMyAccounts: { items: [jo, sam] },
    listSessions: { items: [] },
    getMySignIn: { email: 'jo@example.org', phoneEnding: '499' },
    sendStepUpCode: text,
    verifyStepUp: undefined,
    changePhone: newText,
    confirmPhone: undefined,
    ...replies,
  });
type Portal = ReturnType<typeof open>;

async function expectStep(heading: string): Promise<void> {
  const escaped = heading.replace('?', '\\?');
  const name = new RegExp(`${escaped}$`);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name })));
  expect(document.title).toMatch(new RegExp(`^${escaped} - `));
}
const typeCode = async ({ user }: Portal) =>
  user.type(await screen.findByLabelText('Verification code'), '123456{Enter}');

async function proveOld(portal: Portal) {
  await portal.user.click(await button('Send Code'));
  await typeCode(portal);
  await screen.findByLabelText('Phone number');
}
async function giveNew(portal: Portal) {
  await portal.user.type(screen.getByLabelText('Phone number'), NUMBER);
  await portal.user.click(await button('Send Code'));
}

describe('8.2 changing the phone', () => {
  afterEach(() => vi.useRealTimers());

  it('proves the phone in use, then the new one; each step takes the focus and names the page', async () => {
    const portal = open();
    await screen.findByRole('heading', { level: 1, name: /First, confirm the phone you use now$/ });
    await expectNoAxeViolations(portal.container);
    await portal.user.click(await button('Send Code'));
    await expectStep('Enter the code from your phone');
    await expectNoAxeViolations(portal.container);
    await typeCode(portal);
    await expectStep('What is your new phone number?');
    await expectNoAxeViolations(portal.container);
    await giveNew(portal);
    await screen.findByText(/We have sent a code to \+447400123499/);
    await expectStep('Enter the code from your phone');
    await typeCode(portal);
    await screen.findByText(/^Your phone number is changed/);
    const { client } = portal;
    expect(client.bodyOf('changePhone')).toEqual({ country: 'GB', number: NUMBER, channel: 'text' });
    expect(client.bodyOf('confirmPhone')).toEqual({
      country: 'GB',
      number: NUMBER,
      challengeId: newText.id,
      code: '123456',
    });
  });

  it('offers a landline no text', async () => {
    open({ getSession: { ...signedIn, canText: false } });
    await button('Call Me');
    expect(screen.queryByRole('button', { name: 'Send Code' })).toBeNull();
  });

  it('goes on by itself when # was pressed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const portal = open({ sendStepUpCode: call, getChallenge: { ...call, state: 'confirmed' } });
    await portal.user.click(await button('Call Me'));
    await screen.findByText('47');
    await vi.advanceTimersByTimeAsync(2_000);
    await screen.findByLabelText('Phone number');
  });

  it('tells of a call that the person called refused', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const portal = open({ sendStepUpCode: call, getChallenge: { ...call, state: 'denied' } });
    await portal.user.click(await button('Call Me'));
    await screen.findByText('47');
    await vi.advanceTimersByTimeAsync(2_000);
    await screen.findByText(/pressed 1 to tell us/);
    vi.useRealTimers();
    await expectNoAxeViolations(portal.container);
  });

  it('asks for the phone in use again when that was too long ago, and keeps the number', async () => {
    const answers = [refusal(403, 'STEP_UP_NEEDED'), () => newText];
    const portal = open({ changePhone: () => answers.shift()?.() });
    await proveOld(portal);
    await giveNew(portal);
    await screen.findByText(/^More than 10 minutes have passed/);
    await proveOld(portal);
    expect(screen.getByLabelText('Phone number')).toHaveProperty('value', NUMBER);
    await portal.user.click(await button('Send Code'));
    await screen.findByText(/We have sent a code to/);
  });

  it('says beside the number why it cannot be used', async () => {
    const portal = open({
      changePhone: refusal(422, 'PHONE_REFUSED', { fields: { number: 'PHONE_NOT_SUPPORTED' } }),
    });
    await proveOld(portal);
    await giveNew(portal);
    await screen.findByRole('link', { name: 'Enter a phone number that we can call or text' });
    await expectNoAxeViolations(portal.container);
  });

  it('lets another number be given when the code does not come', async () => {
    const portal = open();
    await proveOld(portal);
    await giveNew(portal);
    await portal.user.click(await button('Use another number'));
    expect(await screen.findByLabelText('Phone number')).toHaveProperty('value', NUMBER);
  });

  it('goes on with the code of the phone in use when the page was loaded anew', async () => {
    const portal = open();
    await portal.user.click(await button('Send Code'));
    await screen.findByLabelText('Verification code');
    const again = reload(portal, {
      getSession: signedIn,
      getChallenge: text,
      verifyStepUp: undefined,
    });
    await typeCode(again);
    await screen.findByLabelText('Phone number');
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('07400');
  });
});
