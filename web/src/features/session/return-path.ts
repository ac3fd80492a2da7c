import type { RouteLocationNormalized } from 'vue-router';

/**
 * The page to go back to after sign-in, from the query. Only a path of this site: 'return=//elsewhere' or a
 * full address would send a person who has just signed in to a page that looks like ours.
 */
export function returnPathOf(route: Pick<RouteLocationNormalized, 'query'>): string | undefined {
  const path = route.query['return'];
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined;
}
