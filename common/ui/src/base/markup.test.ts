import { describe, expect, test } from 'vitest';
import { h, type Component } from 'vue';
import { expectNoAxeViolations, renderWith } from '../testing';
import { normalise, normaliseHtml, publishedExample } from '../testing/govuk-markup';
import AppButton from './AppButton.vue';
import ConfirmationPanel from './content/ConfirmationPanel.vue';
import DataTable from './content/DataTable.vue';
import DetailsBox from './content/DetailsBox.vue';
import ErrorSummary from './content/ErrorSummary.vue';
import InsetText from './content/InsetText.vue';
import NotificationBanner from './content/NotificationBanner.vue';
import StatusTag from './content/StatusTag.vue';
import SummaryList from './content/SummaryList.vue';
import TaskList from './content/TaskList.vue';
import WarningText from './content/WarningText.vue';
import BackLink from './frame/BackLink.vue';
import GenericHeader from './frame/GenericHeader.vue';
import SkipLink from './frame/SkipLink.vue';

interface Example {
  props?: object;
  slots?: Record<string, unknown>;
  /** What is ours on purpose: ids that must be unique on a page, and where the links of the example lead. */
  adapt?: (html: string) => string;
}

async function expectPublished(
  of: string,
  name: string,
  component: Component,
  example: Example,
): Promise<void> {
  const { html } = publishedExample(of, name);
  const { container } = await renderWith(component, { props: { ...example.props }, slots: example.slots });
  const ours = normalise(container).replace(/"v-\d+"/g, '"unique"');
  expect(ours).toBe(normaliseHtml(example.adapt?.(html) ?? html));
  await expectNoAxeViolations(container);
}

const slot = (text: string) => ({ default: () => text });

describe('AppButton', () => {
  test.each<[string, string, object]>([
    ['default', 'Save and continue', {}],
    ['disabled', 'Disabled button', { disabled: true }],
    ['link', 'Link button', { href: '/' }],
    ['start link', 'Start now link button', { href: '/', isStart: true }],
    ['secondary', 'Secondary button', { variant: 'secondary', name: 'secondary' }],
    ['warning', 'Warning button', { variant: 'warning', name: 'Warning' }],
    ['inverse', 'Inverse button', { variant: 'inverse', name: 'Inverse' }],
    ['type', 'Submit', { type: 'button' }],
  ])('%s', (name, text, props) => expectPublished('button', name, AppButton, { props, slots: slot(text) }));
});

describe('content', () => {
  test('error summary with and without links', () =>
    expectPublished('error-summary', 'mixed with and without links', ErrorSummary, {
      props: {
        errors: [
          { text: 'Invalid username or password' },
          { text: 'Agree to the terms of service to log in', href: '#example-error-1' },
        ],
      },
    }));

  const uniqueTitle = (html: string) => html.replaceAll('govuk-notification-banner-title', 'unique');
  test('notification banner', () =>
    expectPublished('notification-banner', 'default', NotificationBanner, {
      props: { heading: 'This publication was withdrawn on 7 March 2014.' },
      adapt: uniqueTitle,
    }));
  test('notification banner of success', () =>
    expectPublished('notification-banner', 'with type as success', NotificationBanner, {
      props: { heading: 'Email sent to example@email.com', tone: 'success' },
      adapt: uniqueTitle,
    }));

  test('warning text', () =>
    expectPublished('warning-text', 'default', WarningText, {
      slots: slot('You can be fined up to £5,000 if you don’t register.'),
    }));
  test('inset text', () =>
    expectPublished('inset-text', 'default', InsetText, {
      slots: slot(
        'It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.',
      ),
    }));
  test('panel', () =>
    expectPublished('panel', 'title html as text', ConfirmationPanel, {
      props: { title: 'Application <strong>not</strong> complete' },
      slots: slot('Please complete form 1'),
    }));
  test('tag', () => expectPublished('tag', 'default', StatusTag, { slots: slot('Alpha') }));
  test('green tag', () =>
    expectPublished('tag', 'green', StatusTag, { props: { colour: 'green' }, slots: slot('Green') }));
  test('details', () =>
    expectPublished('details', 'default', DetailsBox, {
      props: { summary: 'Help with nationality' },
      slots: slot(
        'We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.',
      ),
    }));
});

describe('lists and tables', () => {
  test('summary list where some rows have actions', () =>
    expectPublished('summary-list', 'with some actions', SummaryList, {
      props: {
        rows: [
          {
            key: 'Name',
            value: 'Firstname Lastname',
            actions: [
              { text: 'Edit', hiddenText: 'name', href: '#' },
              { text: 'Delete', hiddenText: 'name', href: '#' },
            ],
          },
          { key: 'Date of birth', value: '13/08/1980' },
          { key: 'Contact information' },
        ],
      },
      slots: {
        'value-2': () => [
          h('p', { class: 'govuk-body' }, 'email@email.com'),
          h(
            'p',
            { class: 'govuk-body' },
            [1, 2, 3, 4, 5].flatMap((line) => [line > 1 ? h('br') : '', `Address line ${line}`]),
          ),
        ],
      },
    }));

  test('summary list with one action', () =>
    expectPublished('summary-list', 'single action with anchor', SummaryList, {
      props: {
        rows: [{ key: 'Name', value: 'Firstname Lastname', actions: [{ text: 'First action', href: '#' }] }],
      },
    }));

  test('table with a head and caption', () =>
    expectPublished('table', 'with head and caption', DataTable as Component, {
      props: {
        caption: 'Caption 1: Months and rates',
        captionSize: 'm',
        columns: [
          { key: 'month', text: 'Month you apply', isHeader: true },
          { key: 'bicycles', text: 'Rate for bicycles', isNumeric: true },
          { key: 'vehicles', text: 'Rate for vehicles', isNumeric: true },
        ],
        rows: [
          { month: 'January', bicycles: '£85', vehicles: '£95' },
          { month: 'February', bicycles: '£75', vehicles: '£55' },
          { month: 'March', bicycles: '£165', vehicles: '£125' },
        ],
        rowKey: (row: { month: string }) => row.month,
      },
    }));

  test('task list with hints and states', () =>
    expectPublished('task-list', 'with hint text and additional states', TaskList, {
      props: {
        tasks: [
          { title: 'Company Directors', href: '#', status: 'Completed' },
          { title: 'Registered company details', href: '#', status: 'Not started', tone: 'teal' },
          {
            title: 'Business plan',
            href: '#',
            hint: 'Ensure the plan covers objectives, strategies, sales, marketing and financial forecasts.',
            status: 'Review',
            tone: 'magenta',
          },
          { title: 'Documentation', href: '#', status: 'In progress', tone: 'blue' },
          { title: 'Charitable status', href: '#', status: 'Error', tone: 'red' },
          {
            title: 'Payment',
            hint: 'It will cost between £15 and £75',
            status: 'Cannot start yet',
            isWaiting: true,
          },
        ],
      },
    }));
});

describe('frame', () => {
  test('back link', () => expectPublished('back-link', 'default', BackLink, { props: { href: '#' } }));
  test('back link with its own text', () =>
    expectPublished('back-link', 'with custom text and link', BackLink, {
      props: { href: '/home', text: 'Back to home' },
    }));
  test('skip link', () =>
    expectPublished('skip-link', 'default', SkipLink, {
      adapt: (html) => html.replace('test-target-element', 'main-content'),
    }));
  test('generic header', () =>
    expectPublished('generic-header', 'default', GenericHeader, {
      props: { serviceName: 'My cool service', href: '/' },
    }));
});
