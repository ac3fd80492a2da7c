import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { life } from './app.mjs';
import { startProxy } from './proxy.mjs';
import { pages } from './windows.mjs';

const ARGUMENTS = [
  '--remote-debugging-port=0',
  '--remote-debugging-address=127.0.0.1',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=LocalNetworkAccessChecks,Translate',
  // A camera that exists, so that its denial is the app's and not the machine's.
  '--use-fake-device-for-media-stream',
];

/** Starts Chromium with a profile that is thrown away, as Electron's in-memory session is. */
export async function startBrowser() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-host-profile-'));
  process.once('exit', () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  const proxyPort = await startProxy();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: process.env.ELECTRON_HOST_HEADED !== '1',
    viewport: null,
    chromiumSandbox: false,
    serviceWorkers: 'block',
    proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: '<-loopback>' },
    // The stand-in ends with its app, in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ARGUMENTS,
  });
  openPagesOn(context);
  life.shutDown = () => context.close();
  const [port] = fs.readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `http://127.0.0.1:${port}`;
}

/** Pages that no window asked for were opened by a page: the app has been asked already, and they go. */
function openPagesOn(context) {
  const [blank] = context.pages();
  const owned = new Set([blank]);
  let opening = 0;
  context.on('page', (page) => {
    if (opening === 0 && !owned.has(page)) void page.close();
  });
  pages.open = async () => {
    opening += 1;
    const page = await context.newPage().finally(() => (opening -= 1));
    owned.add(page);
    return page;
  };
}
