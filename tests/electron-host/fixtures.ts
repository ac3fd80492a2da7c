import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { DesktopApp } from './desktop-app.ts';
import { describeHost, launchDesktop, type LaunchOptions } from './launch.ts';

interface Fixtures {
  /** A user-data folder that outlives the apps of a test, to start one again. */
  userData: string;
  /** Starts the app; whatever a test starts is closed after it. */
  launch: (options?: LaunchOptions) => Promise<DesktopApp>;
}

/** Playwright's test with the caseworker app. Each worker says once in the output which host runs it. */
export const test = base.extend<Fixtures, { announcedHost: void }>({
  announcedHost: [
    async ({}, use) => {
      process.stdout.write(`${describeHost().text}\n`);
      await use();
    },
    { scope: 'worker', auto: true },
  ],
  userData: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-desktop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  // Depends on the folder, so that every app has gone before the folder goes.
  launch: async ({ userData: _folder }, use) => {
    const apps: DesktopApp[] = [];
    await use(async (options) => {
      const app = await launchDesktop(options);
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
  },
});
