import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

const FOLDER = path.resolve(import.meta.dirname, '../test-results/screens');

/** Looks at every screen of a journey: a picture under its number and name, and axe. */
export class Screens {
  private count = 0;

  constructor(private readonly journey: string) {}

  async look(page: Page, name: string): Promise<void> {
    this.count += 1;
    const file = `${String(this.count).padStart(2, '0')}-${name}.png`;
    // A page under a dialog is shown as the person sees it: the shade covers the screen, not the whole page.
    const fullPage = (await page.locator('dialog[open]').count()) === 0;
    await page.screenshot({ path: path.join(FOLDER, this.journey, file), fullPage, animations: 'disabled' });
    await expectAccessible(page);
  }
}
