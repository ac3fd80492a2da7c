import { expectAccessible } from '../support/axe.ts';
import { CaseworkerApp } from '../support/caseworker-pages.ts';
import { olivia } from '../support/personas.ts';
import { expect, test } from '../support/test.ts';

test('the demo shows the caseworker app in a browser, labelled as a preview', async ({ demo, page }) => {
  await page.goto(`${demo.origin}/caseworker/`);
  const label = page.getByText(
    'Preview in a browser. For real work, use the caseworker app on your computer.',
  );
  await expect(label).toBeVisible();
  await expectAccessible(page);
  const icon = await page.locator('link[rel=icon]').getAttribute('href');
  const answer = await page.request.get(new URL(icon!, page.url()).href);
  expect(answer.headers()['content-type']).toBe('image/svg+xml');
  const app = new CaseworkerApp(page, demo);
  await app.signIn(olivia);
  await expect(app.heading('My work')).toBeVisible();
  await expect(label).toBeVisible();
});
