import type { RouteLocationRaw } from 'vue-router';

/** Where a link goes: `to` inside the app, `href` anywhere else. Give one of them. */
export interface LinkTarget {
  to?: RouteLocationRaw;
  href?: string;
}

/** A link with its visible text. */
export interface TextLink extends LinkTarget {
  text: string;
}
