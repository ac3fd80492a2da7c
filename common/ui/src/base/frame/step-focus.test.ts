import { describe, expect, test, vi } from 'vitest';
import { computed, defineComponent, h, ref } from 'vue';
import { expectNoAxeViolations, renderWith } from '../../testing';
import ErrorSummary from '../content/ErrorSummary.vue';
import StepHeading from './StepHeading.vue';
import { useStepFocus } from './step-focus';

type Step = 'choose' | 'wait' | 'fetching' | 'code' | 'refused';
const headings = {
  choose: 'Choose',
  wait: 'Choose',
  fetching: null,
  code: 'Enter the code',
  refused: 'Enter the code',
};

/** A page of two headings, with a link that stays through all of its steps. */
async function renderSteps() {
  const step = ref<Step>('choose');
  const go = (next: Step) => h('button', { onClick: () => (step.value = next) }, `To ${next}`);
  const Page = defineComponent(() => {
    useStepFocus();
    const text = computed(() => headings[step.value]);
    return () =>
      h('main', [
        step.value === 'refused' ? h(ErrorSummary, { errors: [{ text: 'Wrong code' }] }) : null,
        text.value === null ? null : h(StepHeading, { text: text.value, caption: 'Sign in' }),
        step.value === 'choose' ? h('p', [go('code'), go('wait'), go('fetching')]) : null,
        step.value === 'code' ? go('refused') : null,
        h('a', { href: '#help' }, 'Help'),
      ]);
  });
  const page = await renderWith(Page);
  return {
    ...page,
    step,
    press: (next: Step) => page.user.click(page.getByRole('button', { name: `To ${next}` })),
    headingIsFocused: (name: RegExp) =>
      vi.waitFor(() => expect(document.activeElement).toBe(page.getByRole('heading', { level: 1, name }))),
  };
}

/** Until what a change has set off is done: observers are told after the change. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a page that goes on in steps', () => {
  test('leaves the focus alone when it opens', async () => {
    await renderSteps();
    await settled();
    expect(document.activeElement).toBe(document.body);
  });

  test('takes the focus to the heading of the next step, and the title with it', async () => {
    const page = await renderSteps();
    expect(document.title).toBe('Choose - Sign in - Children’s Services Online');
    await page.press('code');
    await page.headingIsFocused(/Enter the code/);
    expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
    expect(document.title).toBe('Enter the code - Sign in - Children’s Services Online');
    await expectNoAxeViolations(page.container);
  });

  test('does so for a step that came by itself, too', async () => {
    const page = await renderSteps();
    page.step.value = 'code';
    await page.headingIsFocused(/Enter the code/);
  });

  test('does so under the same heading when what had the focus is gone', async () => {
    const page = await renderSteps();
    await page.press('wait');
    await page.headingIsFocused(/Choose/);
  });

  test('does so when the next step had to be fetched, and stood there without a heading', async () => {
    const page = await renderSteps();
    await page.press('fetching');
    await settled();
    page.step.value = 'code';
    await page.headingIsFocused(/Enter the code/);
  });

  test('leaves it to an error summary', async () => {
    const page = await renderSteps();
    await page.press('code');
    await page.headingIsFocused(/Enter the code/);
    await page.press('refused');
    await settled();
    expect(document.activeElement?.textContent).toContain('There is a problem');
  });

  test('leaves it with whoever has it and stays', async () => {
    const page = await renderSteps();
    const link = page.getByRole('link', { name: 'Help' });
    link.focus();
    page.step.value = 'code';
    await settled();
    expect(document.activeElement).toBe(link);
  });
});
