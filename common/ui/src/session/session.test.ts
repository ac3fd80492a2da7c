import { fireEvent } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { h, ref } from 'vue';
import { expectNoAxeViolations, renderWith } from '../testing';
import CallWaiting from './CallWaiting.vue';
import SessionFrame from './SessionFrame.vue';
import VerificationCodeForm from './VerificationCodeForm.vue';
import { announceSignOut } from './session-channel';

const MINUTE = 60_000;

function withFakeTime(): void {
  beforeEach(() =>
    vi.useFakeTimers({
      toFake: ['performance', 'Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    }),
  );
  afterEach(() => vi.useRealTimers());
}

describe('the signed-in part of an app', () => {
  withFakeTime();

  async function renderSession() {
    let lastActivity = performance.now();
    let isOver = false;
    const recordActivity = vi.fn(async () => void (lastActivity = performance.now()));
    const getStatus = vi.fn(async () => {
      const idleRemainingMs = Math.round(lastActivity + 15 * MINUTE - performance.now());
      if (isOver || idleRemainingMs <= 0) throw Object.assign(new Error('over'), { status: 401 });
      return { idleRemainingMs, absoluteRemainingMs: 8 * 60 * MINUTE, warnAtMs: 5 * MINUTE };
    });
    const page = await renderWith(SessionFrame, {
      props: { getStatus, recordActivity, channelName: 'test-session' },
      slots: { default: () => [h('h1', 'Messages'), h('input', { 'aria-label': 'Message' })] },
    });
    const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
    await pass(0);
    return { ...page, pass, getStatus, recordActivity, revoke: () => (isOver = true) };
  }

  test('warns with a countdown, which screen readers hear each minute', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    const dialog = page.getByRole('alertdialog', { name: 'You will be signed out soon' });
    expect(dialog.textContent).toContain('4:59');
    expect(page.getByRole('status').textContent).toBe('We will log you out in 5 minutes.');
    await page.pass(MINUTE);
    expect(dialog.textContent).toContain('3:59');
    expect(page.getByRole('status').textContent).toBe('We will log you out in 4 minutes.');
    await page.pass(3.5 * MINUTE);
    expect(page.getByRole('status').textContent).toBe('We will log you out in 30 seconds.');
    expect(page.emitted('warning')).toHaveLength(1);
  });

  test('is accessible while it warns', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    vi.useRealTimers();
    await expectNoAxeViolations(page.container);
  });

  test('goes on after any key', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    await fireEvent.keyDown(page.getByRole('alertdialog'), { key: 'a' });
    await page.pass(0);
    expect(page.queryByRole('alertdialog')).toBeNull();
    expect(page.recordActivity).toHaveBeenCalledTimes(1);
  });

  test('goes on after a move to another page', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    await page.router.push('/messages');
    await page.pass(0);
    expect(page.queryByRole('alertdialog')).toBeNull();
  });

  test('goes on after Stay signed in', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    await fireEvent.click(page.getByRole('button', { name: 'Stay signed in' }));
    await page.pass(0);
    expect(page.queryByRole('alertdialog')).toBeNull();
  });

  test('can be left from the warning: reaching for Log out does not close it', async () => {
    const page = await renderSession();
    await page.pass(10 * MINUTE + 1000);
    const signOut = page.getByRole('button', { name: 'Log out' });
    await fireEvent.pointerDown(signOut);
    await fireEvent.keyDown(signOut, { key: 'Enter' });
    await fireEvent.click(signOut);
    expect(page.emitted('signOut')).toHaveLength(1);
    expect(page.recordActivity).not.toHaveBeenCalled();
  });

  test('tells nobody any more once the page has moved on, though the answer comes later', async () => {
    let answer: () => void = () => undefined;
    const page = await renderSession();
    page.recordActivity.mockImplementation(
      () => new Promise<undefined>((resolve) => (answer = () => resolve(undefined))),
    );
    await fireEvent.keyDown(document.body, { key: 'a' });
    const posted = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
    page.unmount();
    answer();
    await page.pass(0);
    expect(posted).not.toHaveBeenCalled();
    posted.mockRestore();
  });

  test('is removed from the page at the end', async () => {
    const page = await renderSession();
    await page.pass(15 * MINUTE);
    expect(page.queryByText('Messages')).toBeNull();
    expect(page.emitted('expired')).toEqual([['time-out']]);
  });

  test('is hidden at once, then removed, when another tab signs out', async () => {
    const page = await renderSession();
    page.revoke();
    announceSignOut('test-session');
    await vi.waitFor(() => expect(page.queryByText('Messages')).toBeNull());
    expect(page.emitted('expired')).toEqual([['signed-out']]);
  });

  test('forgets the news of a sign-out when the server says that the session lives', async () => {
    const page = await renderSession();
    announceSignOut('test-session');
    await vi.waitFor(() => expect(page.getStatus).toHaveBeenCalledTimes(2));
    await page.pass(15 * MINUTE);
    expect(page.emitted('expired')).toEqual([['time-out']]);
  });

  test('counts by the times of the new session as soon as the sign-in comes to its next stage', async () => {
    const page = await renderSession();
    const times = (minutes: number) => ({
      idleRemainingMs: minutes * MINUTE,
      absoluteRemainingMs: minutes * MINUTE,
      warnAtMs: 5 * MINUTE,
    });
    await page.rerender({ stage: 'phone_check', initialTimes: times(4) });
    page.getByRole('alertdialog');
    await page.rerender({ stage: 'signed_in', initialTimes: times(15) });
    expect(page.queryByRole('alertdialog')).toBeNull();
  });

  test('is hidden while the page wakes, and gives the focus back', async () => {
    const page = await renderSession();
    const box = page.getByLabelText('Message');
    box.focus();
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    expect(page.container.querySelector('.cso-hidden-content')?.textContent).toContain('Messages');
    await page.pass(0);
    expect(page.container.querySelector('.cso-hidden-content')).toBeNull();
    expect(document.activeElement).toBe(box);
  });
});

describe('the verification code', () => {
  withFakeTime();

  test('may be pasted with spaces and dashes', async () => {
    const page = await renderWith(VerificationCodeForm);
    await fireEvent.update(page.getByLabelText('Verification code'), ' 123-456 ');
    await fireEvent.submit(page.container.querySelector('form') as HTMLFormElement);
    expect(page.emitted('submit')).toEqual([['123456']]);
  });

  test('is offered by the phone and typed on its number keys', async () => {
    const page = await renderWith(VerificationCodeForm, { props: { error: 'Enter the code' } });
    const box = page.getByLabelText('Verification code');
    expect(box.getAttribute('autocomplete')).toBe('one-time-code');
    expect(box.getAttribute('inputmode')).toBe('numeric');
    vi.useRealTimers();
    await expectNoAxeViolations(page.container);
  });

  test('may be asked for again once the wait is over, and again after the next wait', async () => {
    const wait = ref(30);
    const page = await renderWith(() => h(VerificationCodeForm, { resendInSeconds: wait.value }));
    expect(page.queryByRole('button', { name: 'Send new code' })).toBeNull();
    page.getByText('You can ask for a new code in 0:30.');
    await vi.advanceTimersByTimeAsync(30_000);
    page.getByRole('button', { name: 'Send new code' });
    wait.value = 60;
    await vi.advanceTimersByTimeAsync(0);
    page.getByText('You can ask for a new code in 1:00.');
  });

  test('may be replaced by a call', async () => {
    const page = await renderWith(VerificationCodeForm, { props: { canCall: true } });
    await fireEvent.click(page.getByRole('button', { name: 'Call me instead' }));
    expect(page.emitted('call')).toHaveLength(1);
  });
});

describe('the call', () => {
  test('shows the two digits and what to do, and says so aloud', async () => {
    const page = await renderWith(CallWaiting, { props: { state: 'calling', digits: '47' } });
    const spoken = page.getByRole('status').textContent;
    expect(spoken).toContain('47');
    expect(spoken).toContain('Answer the phone and press the # key.');
    page.getByText('If you did not ask for this call, hang up.');
    await expectNoAxeViolations(page.container);
    await page.rerender({ state: 'answered' });
    expect(page.getByRole('status').textContent).toContain('Please wait');
  });

  test('that failed can be made again, or be a text', async () => {
    const page = await renderWith(CallWaiting, { props: { state: 'failed', digits: '47', canText: true } });
    await page.user.click(page.getByRole('button', { name: 'Call again' }));
    await page.user.click(page.getByRole('button', { name: 'Send a code by text instead' }));
    expect(page.emitted()).toMatchObject({ callAgain: [[]], textInstead: [[]] });
  });
});
