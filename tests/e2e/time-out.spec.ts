import type { Page } from '@playwright/test';
import { CarerPortal } from '../support/carer-pages.ts';
import { amira, fullName, leo } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { MINUTE } from '../support/server.ts';
import { expect, test as base } from '../support/test.ts';

/** Amira, signed in, with Leo's dashboard open in two tabs of one browser. */
const test = base.extend<{ tabs: [CarerPortal, CarerPortal] }>({
  tabs: async ({ demo, openPortal }, use) => {
    await activate(demo, amira);
    const first = await openPortal(demo, await signInCarer(demo, amira));
    await first.goTo('/accounts', 'Select an account');
    await first.selectAccount(leo);
    const second = new CarerPortal(await first.page.context().newPage(), demo);
    await second.page.goto(first.page.url());
    await expect(second.heading('Dashboard')).toBeVisible();
    // A question that arrives after the clock was moved would count as activity.
    await second.settle();
    await use([first, second]);
  },
});

const nameOfLeo = (page: Page) => page.getByText(fullName(leo));

test('warns in every tab at 10 minutes, and activity in one tab closes the warning in the other', async ({
  tabs,
}) => {
  const [first, second] = tabs;
  await first.letPass(10 * MINUTE - 15_000);
  await expect(nameOfLeo(first.page)).toBeVisible();
  await expect(first.warning).toBeHidden();
  await first.letPass(20_000);
  await expect(first.warning).toBeVisible();
  await expect(second.warning).toBeVisible();
  await second.page.keyboard.press('ArrowDown');
  await expect(second.warning).toBeHidden();
  await expect(first.warning).toBeHidden();
  await first.letPass(9 * MINUTE);
  await expect(nameOfLeo(first.page)).toBeVisible();
  await expect(first.warning).toBeHidden();
});

test('takes the content away at 15 minutes in every tab, and signing in leads back to the page', async ({
  tabs,
}) => {
  const [first, second] = tabs;
  const { pathname } = new URL(first.page.url());
  await first.letPass(10 * MINUTE + 1000);
  await expect(first.warning).toBeVisible();
  await first.letPass(5 * MINUTE);
  for (const tab of tabs) {
    await expect(tab.heading('You have been signed out')).toBeVisible();
    await expect(nameOfLeo(tab.page)).toHaveCount(0);
  }
  await second.page.goBack();
  await expect(nameOfLeo(second.page)).toHaveCount(0);
  await first.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await first.signIn(amira);
  await expect(first.heading('Dashboard')).toBeVisible();
  expect(new URL(first.page.url()).pathname).toBe(pathname);
});

test('is kept by the server: a request after 15 minutes is refused, whatever the page believes', async ({
  demo,
  tabs,
}) => {
  const [first] = tabs;
  const session = () => first.page.request.get(`${demo.origin}/api/my/accounts`);
  expect((await session()).status()).toBe(200);
  await demo.server.advance(15 * MINUTE);
  expect((await session()).status()).toBe(401);
});

test('logging out in one tab ends the other', async ({ tabs }) => {
  const [first, second] = tabs;
  await first.logOut();
  await expect(second.heading('You have logged out')).toBeVisible();
  await expect(nameOfLeo(second.page)).toHaveCount(0);
});
