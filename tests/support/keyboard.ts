import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 80;

/** A person without a mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on by Tab until `target` has the focus, and sees that it has. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement))
        return this.expectFocusSeen();
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.type(text);
  }

  /** Every stop of the page, from its beginning to its end, shows where the focus is. Gives the number of stops. */
  async walk(): Promise<number> {
    await this.page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => !document.hasFocus() || document.activeElement === document.body))
        return stop;
      await this.expectFocusSeen();
    }
    throw new Error('Tab does not leave the page');
  }

  /** What has the focus is marked, on the screen, and not covered (WCAG 2.4.7, 2.4.11). */
  private async expectFocusSeen(): Promise<void> {
    const fault = await this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      const { left, top, width, height } = element.getBoundingClientRect();
      const onTop = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
      const isOnTop = onTop !== null && (element.contains(onTop) || onTop.contains(element));
      const labels = (element as HTMLInputElement).labels;
      const isUnderLabel = [...(labels ?? [])].some((label) => label.contains(onTop));
      if (isMarked && (isOnTop || isUnderLabel)) return null;
      return `${isMarked ? 'hidden' : 'not marked'}: ${element.outerHTML.slice(0, 200)}`;
    });
    expect(fault).toBeNull();
  }
}
