import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, ref, type VNode } from 'vue';
import { fakeService, renderPage } from '../testing/fake-service';

const focused = () => document.activeElement?.textContent;
const row = (name: string): VNode =>
  h('tr', { key: name }, [h('td', [h('a', { href: '#', 'data-row-link': name }, name)])]);

/** A page that shows what `parts` holds. */
async function show(parts: () => VNode[]) {
  const page = defineComponent({ render: () => h('div', [h('h1', 'Page'), ...parts()]) });
  return renderPage(page, fakeService({}));
}

describe('the focus, when what has it gives way to something else', () => {
  it('goes to the heading of what is there now', async () => {
    const step = ref(1);
    await show(() => [
      h('section', [h('h2', `Step ${step.value}`), h('button', { key: step.value }, `Finish ${step.value}`)]),
    ]);
    screen.getByRole('button', { name: 'Finish 1' }).focus();
    step.value = 2;
    await expect.poll(focused).toBe('Step 2');
    expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
  });

  it('goes to what is wrong before it goes to the heading', async () => {
    const isWrong = ref(false);
    await show(() => [
      isWrong.value
        ? h('div', { class: 'govuk-error-summary', tabindex: -1 }, 'What is wrong')
        : h('button', 'Send'),
    ]);
    screen.getByRole('button').focus();
    isWrong.value = true;
    await expect.poll(focused).toBe('What is wrong');
  });

  it('goes to the next row of a list, and from the last to the one before', async () => {
    const names = ref(['Ada', 'Ben', 'Cem']);
    await show(() => [h('table', [h('tbody', names.value.map(row))])]);
    screen.getByRole('link', { name: 'Ben' }).focus();
    names.value = ['Ada', 'Cem'];
    await expect.poll(focused).toBe('Cem');
    names.value = ['Ada'];
    await expect.poll(focused).toBe('Ada');
  });

  it('stays in the row whose button has gone', async () => {
    const hasButton = ref(true);
    await show(() => [
      h('table', [
        h('tbody', [
          h('tr', [h('td', [h('a', { href: '#' }, 'Ada'), hasButton.value ? h('button', 'Take') : ''])]),
        ]),
      ]),
    ]);
    screen.getByRole('button').focus();
    hasButton.value = false;
    await expect.poll(focused).toBe('Ada');
  });

  it('stays where the person has put it, also nowhere', async () => {
    const isThere = ref(true);
    await show(() => [isThere.value ? h('button', 'Gone soon') : h('p', 'Gone'), h('button', 'Stays')]);
    screen.getByRole('button', { name: 'Gone soon' }).focus();
    screen.getByRole('button', { name: 'Gone soon' }).blur();
    await nextTick();
    isThere.value = false;
    await screen.findByText('Gone');
    expect(document.activeElement).toBe(document.body);
    screen.getByRole('button', { name: 'Stays' }).focus();
    isThere.value = true;
    await nextTick();
    expect(focused()).toBe('Stays');
  });
});
