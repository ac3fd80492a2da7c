import { expect } from '@playwright/test';
import { authenticatorCode, nextCodeAt } from './authenticator.ts';
import type { CaseworkerApp } from './caseworker-pages.ts';
import type { ProductionCouncil } from './council.ts';
import type { Worker } from './personas.ts';
import type { Screens } from './screenshots.ts';

interface FirstWorker {
  worker: Worker;
  /** What `worker add` printed. */
  setPasswordLink: string;
  screens: Screens;
}

/** A council's first worker sets a password, an authenticator app and keeps the recovery codes; then they are in. */
export async function setUpFirstWorker(
  council: ProductionCouncil,
  app: CaseworkerApp,
  { worker, setPasswordLink, screens }: FirstWorker,
): Promise<void> {
  const { page } = app;
  await page.getByRole('link', { name: 'I have a link to set my first password' }).click();
  await expect(app.heading('Set your password')).toBeVisible();
  await page.getByLabel('Link').fill(setPasswordLink);
  await page.getByLabel('New password', { exact: true }).fill(worker.password);
  await page.getByLabel('New password again').fill(worker.password);
  await screens.look(page, 'caseworker-set-password');
  await app.button('Set password').click();
  await app.enterPassword(worker);

  await expect(app.heading('Set up your authenticator app')).toBeFocused();
  await screens.look(page, 'caseworker-set-up-authenticator');
  const secret = (await page.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(' ', '');
  const { now } = council.server;
  await page.getByLabel('First code').fill(authenticatorCode(secret, now));
  await page.getByLabel('Second code').fill(authenticatorCode(secret, nextCodeAt(now)));
  await app.button('Continue').click();
  council.enrolAuthenticator(worker, secret);

  await expect(app.heading('Keep your recovery codes')).toBeFocused();
  await screens.look(page, 'caseworker-recovery-codes');
  await page.getByRole('checkbox', { name: /I have kept my recovery codes/ }).check();
  await app.button('Continue').click();
  await expect(app.heading('My work')).toBeVisible();
  // Both codes are used up; the next sign-in needs another.
  await council.server.advance(60_000);
}
