import { serviceRoutes } from '@cso/contract';
import { afterEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.js';

let test: TestApp;
afterEach(() => test.close());

const ask = async (environment: Record<string, string>) => {
  test = await openTestApp('sqlite', environment);
  return test.client('web').call(serviceRoutes.get);
};

it('tells everybody what the council has set, and nothing else of the settings', async () => {
  const council = {
    SERVICE_NAME: 'Fostering Online',
    SUPPORT_PHONE: '01632 960001',
    URGENT_PHONE: '01632 960002',
    OFFICE_HOURS: '08:30-16:00',
    BRAND_COLOUR: '#00703c',
  };
  const { status, body } = await ask(council);
  expect(status).toBe(200);
  expect(body).toEqual({
    serviceName: 'Fostering Online',
    supportPhone: '01632 960001',
    urgentPhone: '01632 960002',
    officeHours: {
      opens: '08:30',
      closes: '16:00',
      holidays: expect.arrayContaining(['2026-12-25', '2027-01-01']),
    },
    brandColour: '#00703c',
    isDemo: true,
  });
});

it('leaves the colour to the screens when the council has set none', async () => {
  expect((await ask({})).body).toMatchObject({
    serviceName: 'Children’s Services Online',
    brandColour: null,
  });
});
