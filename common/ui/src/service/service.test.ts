import { NetworkError, type Client } from '@cso/client';
import type { ServiceDetails } from '@cso/contract';
import { afterEach, expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import { useServiceName, usePageTitle } from '../base/frame/page-frame';
import { expectNoAxeViolations, renderWith } from '../testing';
import DemoLine from './DemoLine.vue';
import { loadService } from './service-details';

const council: ServiceDetails = {
  serviceName: 'Fostering Online',
  supportPhone: '01632 960001',
  urgentPhone: '01632 960002',
  officeHours: { opens: '09:00', closes: '17:00', holidays: [] },
  brandColour: '#00703c',
  isDemo: true,
};
const root = document.documentElement;
afterEach(() => root.removeAttribute('style'));

async function open(answer: () => Promise<ServiceDetails>) {
  const client = { call: answer } as unknown as Client;
  const Page = defineComponent(() => {
    void loadService(client);
    usePageTitle(() => 'Help');
    const name = useServiceName();
    return () => h('header', [h('p', name.value), h(DemoLine)]);
  });
  return renderWith(Page);
}

test('the council’s name and colour replace our own, and the demo says what it is', async () => {
  const page = await open(async () => council);
  await page.findByText('Fostering Online');
  expect(document.title).toBe('Help - Fostering Online');
  expect(root.style.getPropertyValue('--cso-brand')).toBe('#00703c');
  page.getByText('Demo: nothing leaves this computer.');
  expect(page.getByRole('link', { name: 'Mailbox and phone' }).getAttribute('href')).toBe('/demo/outbox');
  await expectNoAxeViolations(page.container);
});

test('a real service has no line about a demo', async () => {
  const page = await open(async () => ({ ...council, isDemo: false }));
  await page.findByText('Fostering Online');
  expect(page.queryByRole('link')).toBeNull();
});

test.each(['#ffcc00', '#d5e8f3'])(
  'a colour that cannot be read on white (%s) is left out',
  async (colour) => {
    const page = await open(async () => ({ ...council, brandColour: colour }));
    await page.findByText('Fostering Online');
    expect(root.style.getPropertyValue('--cso-brand')).toBe('');
  },
);

test('without an answer everything stays as it was', async () => {
  const page = await open(() => Promise.reject(new NetworkError('no answer')));
  await page.findByText('Children’s Services Online');
  expect(document.title).toBe('Help - Children’s Services Online');
  expect(root.style.getPropertyValue('--cso-brand')).toBe('');
});
