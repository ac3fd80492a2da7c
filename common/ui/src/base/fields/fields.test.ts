import { describe, expect, test } from 'vitest';
import type { Component } from 'vue';
import { normalise, normaliseHtml, publishedExample } from '../../testing/govuk-markup';
import { expectNoAxeViolations, renderWith } from '../../testing';
import CheckboxGroup from './CheckboxGroup.vue';
import DateInput from './DateInput.vue';
import PasswordInput from './PasswordInput.vue';
import RadioGroup from './RadioGroup.vue';
import SelectInput from './SelectInput.vue';
import TextArea from './TextArea.vue';
import TextInput from './TextInput.vue';

interface Text {
  text: string;
  classes?: string;
  isPageHeading?: boolean;
}
interface Item {
  value?: string | number;
  text?: string;
  hint?: Text;
  divider?: string;
  disabled?: boolean;
  checked?: boolean;
  selected?: boolean;
  conditional?: { html: string };
}
/** The options of GOV.UK Frontend's form macros that our fields support. */
interface Options {
  name?: string;
  namePrefix?: string;
  id?: string;
  idPrefix?: string;
  label?: Text;
  fieldset?: { legend: Text };
  hint?: Text;
  errorMessage?: Text;
  prefix?: Text;
  suffix?: Text;
  classes?: string;
  items?: Item[];
  values?: string[] | Record<string, number>;
  value?: string | number;
  type?: string;
  inputmode?: string;
  autocomplete?: string;
  spellcheck?: boolean;
  disabled?: boolean;
  rows?: number;
  maxlength?: number;
  day?: { error?: boolean };
}

function propsOf(options: Options): Record<string, unknown> {
  const label = options.fieldset?.legend ?? options.label;
  const width = /width-(\d+)/.exec(options.classes ?? '')?.[1];
  const size = /--(s|m|l|xl)$/.exec(label?.classes ?? '')?.[1];
  return {
    name: options.namePrefix ?? options.name ?? options.id,
    id: options.id ?? options.idPrefix,
    label: label?.text,
    labelSize: size,
    labelIsHeading: label?.isPageHeading,
    hint: options.hint?.text,
    error: options.errorMessage?.text,
    disabled: options.disabled,
    ...(width && { width: Number(width) }),
    ...(options.type && { type: options.type }),
    ...(options.inputmode && { inputmode: options.inputmode }),
    ...(options.autocomplete && { autocomplete: options.autocomplete }),
    ...(options.spellcheck !== undefined && { spellcheck: options.spellcheck }),
    ...(options.prefix && { prefix: options.prefix.text }),
    ...(options.suffix && { suffix: options.suffix.text }),
    ...(options.classes?.includes('extra-letter-spacing') && { extraLetterSpacing: true }),
    ...(options.rows && { rows: options.rows }),
    ...(options.maxlength && { maxChars: options.maxlength }),
    ...(options.value !== undefined && { modelValue: String(options.value) }),
  };
}

function choicePropsOf(options: Options): Record<string, unknown> {
  const { label: legend, ...shared } = propsOf(options);
  const items = options.items ?? [];
  const choices = items.flatMap((item, index) =>
    item.divider
      ? []
      : [
          {
            value: String(item.value),
            text: item.text,
            hint: item.hint?.text,
            disabled: item.disabled,
            divider: items[index - 1]?.divider,
          },
        ],
  );
  const chosen = items.find((item) => item.checked ?? item.selected)?.value ?? options.value;
  return {
    ...shared,
    legend,
    ...(options.classes?.includes('--small') && { small: true }),
    ...(options.classes?.includes('--inline') && { inline: true }),
    options: choices,
    modelValue: Array.isArray(options.values)
      ? options.values
      : chosen === undefined
        ? undefined
        : String(chosen),
  };
}

function slotsOf(options: Options): Record<string, string> {
  const conditional = (options.items ?? []).filter((item) => item.conditional);
  return Object.fromEntries(
    conditional.map((item) => [`conditional-${item.value}`, item.conditional?.html ?? '']),
  );
}

async function expectPublishedMarkup(
  of: string,
  name: string,
  component: Component,
  props: (o: Options) => object,
) {
  const { options, html } = publishedExample(of, name);
  const { container } = await renderWith(component, {
    props: { ...props(options) },
    slots: slotsOf(options),
  });
  expect(normalise(container)).toBe(normaliseHtml(html));
  await expectNoAxeViolations(container);
}

describe('fields render the markup of GOV.UK Frontend', () => {
  test.each([
    'default',
    'with hint text',
    'with error message',
    'with error and hint',
    'with width-2 class',
    'with width-10 class',
    'with label as page heading',
    'with prefix',
    'with suffix',
    'with prefix and suffix and error',
    'with extra letter spacing',
    'custom type',
    'value',
    'inputmode',
    'with autocomplete attribute',
    'with spellcheck disabled',
    'disabled',
  ])('input: %s', (name) => expectPublishedMarkup('input', name, TextInput, propsOf));

  test.each([
    'default',
    'with hint text',
    'with error message',
    'with label as page heading',
    'value',
    'with new-password autocomplete',
  ])('password-input: %s', (name) => expectPublishedMarkup('password-input', name, PasswordInput, propsOf));

  test.each([
    'default',
    'with hint text and error message',
    'with label as page heading',
    'with selected value',
  ])('select: %s', (name) =>
    expectPublishedMarkup('select', name, SelectInput, (options) => ({
      ...choicePropsOf(options),
      legend: undefined,
      label: options.label?.text,
    })),
  );

  test.each([
    'default',
    'with hint',
    'with pre-checked values',
    'with legend as a page heading',
    'with error message and hint',
    'with conditional items',
    'small',
    'small with conditional reveal',
  ])('checkboxes: %s', (name) => expectPublishedMarkup('checkboxes', name, CheckboxGroup, choicePropsOf));

  test.each([
    'default',
    'with hint',
    'inline',
    'with fieldset and error message',
    'with hint and error message',
    'with conditional items',
    'with conditional item checked',
    'small inline',
  ])('radios: %s', (name) => expectPublishedMarkup('radios', name, RadioGroup, choicePropsOf));

  test.each([
    'default',
    'with hint',
    'with error message',
    'with default value',
    'with custom rows',
    'with label as page heading',
    'with hint and error message',
    'with spellcheck enabled',
  ])('textarea: %s', (name) => expectPublishedMarkup('textarea', name, TextArea, propsOf));

  test.each([
    'default',
    'with hint',
    'with hint and error',
    'with custom rows',
    'with label as page heading',
  ])('character-count: %s', (name) => expectPublishedMarkup('character-count', name, TextArea, propsOf));

  test.each([
    'with values and name prefix',
    'with error on day input',
    'with error message and hint',
    'default',
  ])('date-input: %s', async (name) => {
    const { options, html } = publishedExample('date-input', name) as { options: Options; html: string };
    const { label: legend, ...shared } = propsOf(options);
    const prefix = String(shared.name);
    const values = options.values as Record<string, number> | undefined;
    const part = (which: string) => String(values?.[`${prefix}-${which}`] ?? '');
    const { container } = await renderWith(DateInput, {
      props: {
        ...shared,
        legend,
        modelValue: { day: part('day'), month: part('month'), year: part('year') },
        errorParts: options.day?.error ? ['day'] : undefined,
      },
    });
    // Our boxes are always named after the field; the macro's only with a prefix.
    const named = html.replace(/name="(day|month|year)"/g, `name="${prefix}-$1"`);
    expect(normalise(container)).toBe(normaliseHtml(named));
    await expectNoAxeViolations(container);
  });
});
