import { test as base } from '../electron-host/fixtures.ts';
import { CarerPortal } from './carer-pages.ts';
import { CaseworkerApp } from './caseworker-pages.ts';
import { openDemoCouncil, openProductionCouncil, type Council, type ProductionCouncil } from './council.ts';
import { Mariadb } from './mariadb.ts';
import type { SignedIn } from './preparations.ts';

interface Fixtures {
  /** The demo council on a database of its own. */
  demo: Council;
  /** Opens a council in production mode, empty but for its server; on SQLite when no MariaDB is given. */
  openProduction: (mariadb?: Mariadb) => Promise<ProductionCouncil>;
  /** A carer's browser on a device of its own, with a clock that the test can move. */
  openPortal: (council: Council, signedIn?: SignedIn) => Promise<CarerPortal>;
  /** The caseworker app on a computer of its own. */
  openCaseworkerApp: (council: Council, userData?: string) => Promise<CaseworkerApp>;
}

interface WorkerFixtures {
  /** A private MariaDB, started for the first test that asks. */
  mariadb: Mariadb;
}

let addresses = 0;

/** Carers come from everywhere: each device has an address of its own. */
const nextAddress = () => `203.0.113.${(addresses += 1) % 250}`;

/** Playwright's test with councils, carers and caseworkers. Everything is closed after the test that opened it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  mariadb: [
    async ({}, use) => {
      const mariadb = await Mariadb.start();
      await use(mariadb);
      await mariadb.stop();
    },
    { scope: 'worker' },
  ],
  demo: async ({}, use) => {
    const council = await openDemoCouncil();
    await use(council);
    await council.close();
  },
  openProduction: async ({}, use) => {
    const councils: Council[] = [];
    await use(async (mariadb) => {
      const council = await openProductionCouncil(mariadb);
      councils.push(council);
      return council;
    });
    for (const council of councils) await council.close();
  },
  openPortal: async ({ browser }, use) => {
    await use(async (council, storageState) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        extraHTTPHeaders: { 'X-Forwarded-For': nextAddress() },
        ...(storageState ? { storageState } : {}),
      });
      await context.clock.install();
      return new CarerPortal(await context.newPage(), council);
    });
    for (const context of browser.contexts()) await context.close();
  },
  openCaseworkerApp: async ({ launch }, use) => {
    await use(async (council, userData) => {
      const app = await launch({ serverUrl: council.serverUrl, ...(userData ? { userData } : {}) });
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      return new CaseworkerApp(page, council);
    });
  },
});

export { expect } from '@playwright/test';
