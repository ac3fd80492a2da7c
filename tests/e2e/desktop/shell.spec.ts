import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DesktopApp } from '../../electron-host/desktop-app.ts';
import { expect, test } from './shell-fixtures.ts';

/** Where each window is; what follows the # is the router's. */
const addressOf = (app: DesktopApp) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().replace(/#.*/, '')),
  );

test.describe('the page', () => {
  test('is served from app:// and sees nothing of Node', async ({ app, page }) => {
    expect(await addressOf(app)).toEqual(['app://bundle/']);
    const globals = await page.evaluate(() =>
      ['require', 'process', 'module', 'ipcRenderer', 'Buffer', 'electron'].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
  });

  test('is given the capabilities of the channel table, frozen', async ({ page }) => {
    const capabilities = await page.evaluate(() => Object.keys(window.desktop!));
    expect(capabilities).toEqual(['connection', 'files', 'links', 'notices', 'app']);
    expect(await page.evaluate(() => Object.isFrozen(window.desktop!.files))).toBe(true);
    expect(await page.evaluate(() => window.desktop!.app.version())).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('runs no script but its own, no eval, no frame, and calls no other server', async ({ page }) => {
    const violations = await page.evaluate(async () => {
      const found: string[] = [];
      const all = new Promise<void>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => {
          if (found.push(event.effectiveDirective) === 4) resolve();
        }),
      );
      document.head.append(
        Object.assign(document.createElement('script'), { textContent: 'wasInjected = 1' }),
      );
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }));
      setTimeout('wasInjected = 1');
      await fetch('https://evil.example/').catch(() => undefined);
      await all;
      return found.sort();
    });
    expect(violations).toEqual(['connect-src', 'frame-src', 'script-src', 'script-src-elem']);
    expect(await page.evaluate(() => 'wasInjected' in window)).toBe(false);
  });

  test('may not use the camera', async ({ page }) => {
    const denial = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).catch((error: Error) => error.name),
    );
    expect(denial).toBe('NotAllowedError');
  });

  test('reaches the configured server, which sees the origin app://bundle', async ({ page, server }) => {
    const text = await page.evaluate(async (origin) => {
      const response = await fetch(`${origin}/asked-here`, { headers: { authorization: 'Bearer token' } });
      return response.text();
    }, server.origin);
    expect(text).toContain('A server');
    const asked = server.requests.filter((request) => request.includes('/asked-here'));
    expect(asked).toEqual(['OPTIONS /asked-here app://bundle', 'GET /asked-here app://bundle']);
  });
});

test.describe('navigation', () => {
  test('window.open answers null and opens nothing', async ({ app, page }) => {
    expect(await page.evaluate(() => window.open('https://evil.example/'))).toBeNull();
    expect(await page.evaluate((name) => window.open(name), 'app://bundle/')).toBeNull();
    await expect.poll(() => app.windows().length).toBe(1);
    expect(await addressOf(app)).toEqual(['app://bundle/']);
  });

  test('to another site is prevented', async ({ app, page }) => {
    await app.evaluate(({ BrowserWindow }) => {
      const seen: unknown[] = ((globalThis as { seen?: unknown[] }).seen = []);
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.on('will-navigate', (event) => seen.push([event.url, event.defaultPrevented]));
    });
    await page.evaluate(() => void (location.href = 'https://evil.example/'));
    const seen = () => app.evaluate(() => (globalThis as { seen?: unknown[] }).seen);
    await expect.poll(seen).toEqual([['https://evil.example/', true]]);
    expect(await addressOf(app)).toEqual(['app://bundle/']);
  });

  test('to a file of the computer is refused', async ({ app, page }) => {
    const refusal = page.waitForEvent('console', (message) => message.text().includes('local resource'));
    await page.evaluate(() => void (location.href = 'file:///etc/passwd'));
    await refusal;
    expect(await addressOf(app)).toEqual(['app://bundle/']);
    expect(await page.evaluate(() => fetch('file:///etc/passwd').catch(() => 'refused'))).toBe('refused');
  });

  for (const name of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/..%5c..%5cpackage.json']) {
    test(`outside the renderer's folder is refused: ${name}`, async ({ page }) => {
      const response = await page.goto(new URL(name, page.url()).href);
      expect(response?.status()).toBe(404);
    });
  }
});

test.describe('calls to the main process', () => {
  test('with bad arguments are refused', async ({ page }) => {
    const refused = async (call: Promise<unknown>) => expect(call).rejects.toThrow(/bad arguments/);
    await refused(page.evaluate(() => window.desktop!.files.save('../x.pdf', new Uint8Array())));
    await refused(page.evaluate(() => window.desktop!.files.save('run.exe', new Uint8Array())));
    await refused(page.evaluate(() => window.desktop!.notices.notify('', '')));
    await refused(page.evaluate(() => window.desktop!.connection.setServer('http://evil.example')));
    await refused(page.evaluate(() => window.desktop!.links.openExternal(7 as unknown as string)));
  });

  test('open no link but one of the configured server', async ({ app, page, server }) => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = ((globalThis as { opened?: string[] }).opened = []);
      shell.openExternal = async (url) => void opened.push(url);
    });
    const evil = page.evaluate(() => window.desktop!.links.openExternal('https://evil.example/'));
    await expect(evil).rejects.toThrow(/not on the list/);
    await page.evaluate((origin) => window.desktop!.links.openExternal(`${origin}/guide`), server.origin);
    const opened = await app.evaluate(() => (globalThis as { opened?: string[] }).opened);
    expect(opened).toEqual([`${server.origin}/guide`]);
  });

  test('from a page of another origin are refused', async ({ app, page, server }) => {
    await app.evaluate(async ({ app: { getAppPath }, BrowserWindow }, url) => {
      const preload = `${getAppPath()}/out/preload/preload.cjs`;
      const window = new BrowserWindow({
        webPreferences: { preload, partition: 'caseworker', sandbox: true },
      });
      await window.loadURL(url);
    }, `${server.origin}/foreign`);
    await expect.poll(() => app.windows().length).toBe(2);
    const foreign = app.windows().find((each) => each !== page)!;
    await foreign.getByRole('heading', { name: 'A server' }).waitFor();
    await expect(foreign.evaluate(() => window.desktop!.app.version())).rejects.toThrow(/untrusted sender/);
  });

  test('save a file where the caseworker chooses', async ({ app, page, userData }) => {
    const filePath = path.join(userData, 'letter.pdf');
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    }, filePath);
    expect(
      await page.evaluate(() => window.desktop!.files.save('letter.pdf', new Uint8Array([37, 80]))),
    ).toBe(true);
    expect([...readFileSync(filePath)]).toEqual([37, 80]);
  });
});
