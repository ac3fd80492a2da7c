import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './shell-fixtures.ts';

test.describe('the app', () => {
  test('tells the page when the screen is locked', async ({ app, page }) => {
    await page.evaluate(() => {
      window.seen = [];
      window.desktop!.app.onLocked(() => window.seen.push('locked'));
    });
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expect.poll(() => page.evaluate(() => window.seen)).toEqual(['locked']);
  });

  test('runs once: a second start brings the first forward and hands over its link', async ({
    launch,
    userData,
  }) => {
    const first = await launch({ userData });
    const page = await first.firstWindow();
    await page.getByRole('heading').first().waitFor();
    await page.evaluate(() => {
      window.seen = [];
      window.desktop!.app.onDeepLink((link) => window.seen.push(link));
    });
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize());
    const id = '0190f3a1-7c3e-7d2a-9b1c-2f4e5a6b7c8d';
    const second = await launch({ userData, args: [`cso://threads/${id}`] });
    expect(await second.exited).toBe(0);
    await expect.poll(() => page.evaluate(() => window.seen)).toEqual([{ kind: 'threads', id }]);
    const state = await first.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window!.isMinimized(), window!.isFocused()];
    });
    expect(state).toEqual([false, true]);
  });

  test('does not let the page change an address that the organisation set', async ({ page, server }) => {
    expect(await page.evaluate(() => window.desktop!.connection.getServer())).toEqual({
      origin: server.origin,
      isManaged: true,
    });
    const change = page.evaluate(() => window.desktop!.connection.setServer('https://other.example'));
    await expect(change).rejects.toThrow(/manages the server address/);
  });

  test('keeps the server address and the window place, and nothing else', async ({ launch, userData }) => {
    const canary = 'canary-7f3a91';
    const first = await launch({ userData });
    let page = await first.firstWindow();
    await page.getByRole('heading').first().waitFor();
    await page.evaluate((text) => {
      localStorage.setItem('draft', text);
      sessionStorage.setItem('draft', text);
      indexedDB.open(text);
    }, canary);
    await page.evaluate(() => window.desktop!.connection.setServer('https://cso.example.org/'));
    await first.close();

    const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    if (!first.isReal) expect(files.map((entry) => entry.name)).toEqual(['settings.json']);
    const contents = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(contents.join()).not.toContain(canary);
    const settings = JSON.parse(readFileSync(path.join(userData, 'settings.json'), 'utf8'));
    expect(Object.keys(settings)).toEqual(['serverOrigin', 'window']);

    const again = await launch({ userData });
    page = await again.firstWindow();
    await page.getByRole('heading').first().waitFor();
    const connection = await page.evaluate(() => window.desktop!.connection.getServer());
    expect(connection).toEqual({ origin: 'https://cso.example.org', isManaged: false });
    expect(await page.evaluate(() => localStorage.getItem('draft'))).toBeNull();
  });
});
