import type { Texts, createAppI18n } from '@cso/ui';
import type { RouteLocationNormalized, Router } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** The texts of a feature that the first page does without: they come with the feature's own pages. */
    texts?: () => Promise<Texts>;
  }
}

const textsOf = (to: RouteLocationNormalized) => to.matched.flatMap(({ meta }) => meta.texts ?? []);

/** Adds the texts that a page names before it shows; they are fetched beside the page itself. */
export function bringTexts(router: Router, i18n: ReturnType<typeof createAppI18n>): void {
  const known = new Set<() => Promise<Texts>>();

  async function bring(texts: () => Promise<Texts>): Promise<void> {
    if (known.has(texts)) return;
    i18n.global.mergeLocaleMessage('en-GB', await texts());
    known.add(texts);
  }
  // Only started: a failure shows when the page itself waits for it.
  router.beforeEach((to) => textsOf(to).forEach((texts) => void texts().catch(() => undefined)));
  router.beforeResolve(async (to) => void (await Promise.all(textsOf(to).map(bring))));
}
