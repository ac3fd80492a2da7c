import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with the broken rules and elements. Contrast and target size need a real layout, and a component by itself
 * has no landmarks: those are checked in the browser tests.
 */
export async function expectNoAxeViolations(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    runOnly: RULES,
    rules: {
      region: { enabled: false },
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
    },
  });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}\n  ${html}`),
  );
  if (found.length > 0) throw new Error(`Accessibility violations:\n${found.join('\n')}`);
}
