import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { idOf } from './testing/records';
import { createDesktopRouter } from './router';

describe('the place in a list', () => {
  const top = { top: 0, left: 0 };
  async function scrollOf(from: string, to: string) {
    setActivePinia(createPinia());
    const router = createDesktopRouter();
    const [there, here] = [router.resolve(to), router.resolve(from)];
    return router.options.scrollBehavior?.(
      there as Parameters<NonNullable<typeof router.options.scrollBehavior>>[0],
      here as Parameters<NonNullable<typeof router.options.scrollBehavior>>[1],
      null,
    );
  }

  it('is kept while records open beside the list', async () => {
    expect(await scrollOf('/invitations', `/invitations/${idOf(50)}`)).toBe(false);
    expect(await scrollOf(`/invitations/${idOf(50)}`, '/invitations')).toBe(false);
  });

  it('is left for the top of every other page', async () => {
    expect(await scrollOf('/people', '/invitations')).toEqual(top);
    expect(await scrollOf(`/people/${idOf(10)}`, `/people/${idOf(11)}`)).toEqual(top);
  });
});
