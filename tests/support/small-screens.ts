import { expect } from '@playwright/test';
import type { CarerPortal } from './carer-pages.ts';
import { Keyboard } from './keyboard.ts';
import type { Screens } from './screenshots.ts';

const SMALL = { width: 320, height: 640 };

/** No sideways scroll. */
export async function expectNarrow({ page }: CarerPortal, name: string): Promise<void> {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest, `${name} is ${widest} px wide`).toBeLessThanOrEqual(SMALL.width);
}

/** No sideways scroll, every stop of the Tab key shows itself, and axe, at 320 px. */
export async function expectFits(portal: CarerPortal, screens: Screens, name: string): Promise<void> {
  const { page } = portal;
  await expectNarrow(portal, name);
  expect(await new Keyboard(page).walk()).toBeGreaterThan(2);
  await screens.look(page, name);
}

/** The portal on the smallest screen that WCAG 1.4.10 asks for. */
export async function openSmallPortal(portal: CarerPortal): Promise<CarerPortal> {
  await portal.page.setViewportSize(SMALL);
  return portal;
}
