import { ApiError, NetworkError } from '@cso/client';
import type { ErrorCode, FieldCode } from '@cso/contract';
import { describe, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import ErrorSummary from '../base/content/ErrorSummary.vue';
import TextInput from '../base/fields/TextInput.vue';
import { usePageTitle } from '../base/frame/page-frame';
import { expectNoAxeViolations, renderWith } from '../testing';
import FormPage from './FormPage.vue';
import { useForm } from './useForm';
import { waitInUnits } from './wait-units';

const MINUTE = 60_000;
const messages = {
  signIn: {
    title: 'Sign in',
    errors: {
      email: { REQUIRED: 'Enter your email address', LINK_NOT_USABLE: 'This address has no link' },
      AUTH_FAILED: 'Your email address or password is not right',
    },
  },
};

async function renderSignIn(submit: (values: { email: string }) => Promise<unknown>) {
  const SignInPage = defineComponent(() => {
    usePageTitle(() => 'Sign in');
    const form = useForm({
      values: { email: '' },
      texts: 'signIn.errors',
      check: ({ email }) => ({ email: email ? undefined : 'REQUIRED' }),
      submit,
      blame: { LINK_NOT_USABLE: 'email' },
    });
    return () =>
      h('main', [
        h(FormPage, { form, heading: 'Sign in' }, () =>
          h(TextInput, {
            name: 'email',
            label: 'Email address',
            modelValue: form.values.email,
            'onUpdate:modelValue': (text: string) => (form.values.email = text),
          }),
        ),
      ]);
  });
  const page = await renderWith(SignInPage, { messages });
  const press = () => page.user.click(page.getByRole('button', { name: 'Continue' }));
  const type = (text: string) => page.user.type(page.getByLabelText('Email address'), text);
  return { ...page, press, type };
}

const refusal = (code: ErrorCode, fields: Record<string, FieldCode> = {}, waitMs: number | null = null) =>
  new ApiError(400, code, fields, 'request-1', waitMs);

describe('a form', () => {
  test('sends what was typed', async () => {
    const submit = vi.fn().mockResolvedValue(undefined);
    const page = await renderSignIn(submit);
    await page.type('ann@example.com');
    await page.press();
    expect(submit).toHaveBeenCalledExactlyOnceWith({ email: 'ann@example.com' });
    expect(page.queryByText('There is a problem')).toBeNull();
  });

  test('with an error shows it in the summary, beside the field and in the title, and takes the focus', async () => {
    const submit = vi.fn();
    const page = await renderSignIn(submit);
    await page.press();
    expect(submit).not.toHaveBeenCalled();
    expect(page.getByLabelText('Email address').getAttribute('aria-describedby')).toBe('email-error');
    expect(page.container.querySelector('#email-error')?.textContent).toContain('Enter your email address');
    expect(document.title).toBe('Error: Sign in - Children’s Services Online');
    expect(document.activeElement?.textContent).toContain('There is a problem');
    await expectNoAxeViolations(page.container);
  });

  test('leads from the summary to the field', async () => {
    const page = await renderSignIn(vi.fn());
    await page.press();
    await page.user.click(page.getByRole('link', { name: 'Enter your email address' }));
    expect(document.activeElement).toBe(page.getByLabelText('Email address'));
  });

  test('takes the focus again when the same error comes back', async () => {
    const page = await renderSignIn(vi.fn());
    await page.press();
    await page.press();
    expect(document.activeElement?.textContent).toContain('There is a problem');
  });

  test('clears its errors once they are put right', async () => {
    const page = await renderSignIn(vi.fn().mockResolvedValue(undefined));
    await page.press();
    await page.type('ann@example.com');
    await page.press();
    expect(page.queryByText('There is a problem')).toBeNull();
    expect(document.title).toBe('Sign in - Children’s Services Online');
  });

  test("puts the server's field errors beside their fields", async () => {
    const page = await renderSignIn(
      vi.fn().mockRejectedValue(refusal('INVALID_INPUT', { email: 'INVALID_EMAIL' })),
    );
    await page.type('ann');
    await page.press();
    expect(page.container.querySelector('#email-error')?.textContent).toContain(
      'in the correct format, like name@example.com',
    );
  });

  test.each([
    [refusal('AUTH_FAILED'), 'Your email address or password is not right'],
    [refusal('TOO_BUSY'), 'The service is busy. Wait a while, then try again.'],
    [new NetworkError('no answer'), 'You seem to be offline. Check your connection and try again.'],
  ])('says in its summary why the whole was refused (%s)', async (error, text) => {
    const page = await renderSignIn(vi.fn().mockRejectedValue(error));
    await page.type('ann@example.com');
    await page.press();
    expect(page.getByRole('alert').textContent).toContain(text);
  });

  test('says how long to wait, when the service said so', async () => {
    const page = await renderSignIn(vi.fn().mockRejectedValue(refusal('TOO_MANY_TRIES', {}, 15 * MINUTE)));
    await page.type('ann@example.com');
    await page.press();
    expect(page.getByRole('alert').textContent).toContain('Wait 15 minutes, then try again.');
  });

  test('puts a refusal of the whole beside the field that it is blamed on', async () => {
    const page = await renderSignIn(vi.fn().mockRejectedValue(refusal('LINK_NOT_USABLE')));
    await page.type('ann@example.com');
    await page.press();
    expect(page.container.querySelector('#email-error')?.textContent).toContain('This address has no link');
    page.getByRole('link', { name: 'This address has no link' });
  });

  test('believes its own blame more than the fields of the reply, which name another fault', async () => {
    const page = await renderSignIn(
      vi.fn().mockRejectedValue(refusal('LINK_NOT_USABLE', { email: 'INVALID_EMAIL' })),
    );
    await page.type('ann@example.com');
    await page.press();
    expect(page.container.querySelector('#email-error')?.textContent).toContain('This address has no link');
  });

  test('is not sent twice by a second press', async () => {
    let finish: () => void = () => undefined;
    const submit = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const page = await renderSignIn(submit);
    await page.type('ann@example.com');
    await page.press();
    await page.press();
    await page.user.type(page.getByLabelText('Email address'), '{Enter}');
    expect(submit).toHaveBeenCalledTimes(1);
    expect(page.getByRole('status').textContent).toBe('Sending. Please wait.');
    finish();
    await vi.waitFor(() => expect(page.getByRole('status').textContent).toBe(''));
  });
});

describe('a page that exchanges its form for another', () => {
  test('shows the errors of the form that it has now', async () => {
    const shown = (errors: Record<string, string>) => ({
      form: { errors, summary: [], isBusy: false, refusals: 0, submit: async () => true },
    });
    const page = await renderWith(FormPage, {
      props: shown({}),
      slots: { default: () => h(TextInput, { name: 'email', label: 'Email address' }) },
    });
    await page.rerender(shown({ email: 'Enter your email address' }));
    expect(page.container.querySelector('#email-error')?.textContent).toContain('Enter your email address');
  });
});

describe('the title of the window', () => {
  test('tells of an error summary without a form, until the last one is gone', async () => {
    const texts = ref(['Enter your name', 'Enter a reason']);
    const page = await renderWith(
      defineComponent(() => {
        usePageTitle(() => 'Messages');
        return () =>
          h(
            'main',
            texts.value.map((text) => h(ErrorSummary, { key: text, errors: [{ text }] })),
          );
      }),
    );
    expect(document.title).toMatch(/^Error: Messages/);
    texts.value = ['Enter your name'];
    await nextTick();
    expect(document.title).toMatch(/^Error: Messages/);
    texts.value = [];
    await nextTick();
    expect(document.title).toMatch(/^Messages/);
    page.unmount();
  });
});

test.each([
  [900, 'seconds', 1],
  [16_000, 'seconds', 16],
  [60_001, 'minutes', 2],
  [15 * MINUTE, 'minutes', 15],
  [120 * MINUTE, 'hours', 2],
])('a wait of %i ms is told as %s: %i', (ms, unit, count) => {
  expect(waitInUnits(ms)).toEqual({ unit, count });
});
