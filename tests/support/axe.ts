import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the broken rules and the elements that break them. */
export async function expectAccessible(page: Page): Promise<void> {
  // The legacy mode opens no page of its own, which the caseworker app would refuse.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}\n  ${html}`),
  );
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}
