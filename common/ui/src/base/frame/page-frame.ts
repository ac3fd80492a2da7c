import { defineStore } from 'pinia';
import { computed, nextTick, onBeforeUnmount, ref, watchEffect, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  START_LOCATION,
  type RouteLocationNormalized,
  type Router,
  type RouterScrollBehavior,
} from 'vue-router';

/**
 * What the window's title is made of. `serviceName` is empty until the app sets the council's own; every error
 * summary counts itself in `summaryCount` while it shows.
 */
export const usePageFrame = defineStore('page-frame', () => {
  const serviceName = ref('');
  const title = ref('');
  const summaryCount = ref(0);
  const hasErrors = computed(() => summaryCount.value > 0);
  return { serviceName, title, summaryCount, hasErrors };
});

/** The council's own name of the service, or ours until it is known. */
export function useServiceName(): ComputedRef<string> {
  const frame = usePageFrame();
  const { t } = useI18n();
  return computed(() => frame.serviceName || t('ui.serviceName'));
}

/** Names the page: 'Title - Service name', with 'Error: ' in front while an error summary shows. */
export function usePageTitle(title: () => string): void {
  const frame = usePageFrame();
  const service = useServiceName();
  const { t } = useI18n();

  const stop = watchEffect(() => {
    frame.title = title();
    const prefix = frame.hasErrors ? t('ui.errorPrefix') : '';
    document.title = frame.title ? `${prefix}${frame.title} - ${service.value}` : service.value;
  });
  onBeforeUnmount(stop);
}

/** The top of a new page; the old place when going Back. */
export const scrollBehavior: RouterScrollBehavior = (to, _from, savedPosition) => {
  if (savedPosition) return savedPosition;
  return to.hash ? { el: to.hash } : { top: 0, left: 0 };
};

function isSamePage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  const withoutHash = (location: RouteLocationNormalized): string => location.fullPath.split('#')[0] ?? '';
  return withoutHash(to) === withoutHash(from);
}

/**
 * After each move, the focus goes to the new page's h1, so that a screen reader says where one is:
 * the router tells nobody. The first page of a visit is announced by the browser itself.
 * Scrolling is left to `scrollBehavior`, so Back keeps its place.
 */
export function announceNavigation(router: Router): void {
  router.afterEach(async (to, from, failure) => {
    if (failure || from === START_LOCATION || isSamePage(to, from)) return;
    await nextTick();
    focusHeading();
  });
}

/** Puts the focus on the page's h1, or on its content when it has none. */
export function focusHeading(): void {
  // A banner that says what was just done has already taken the focus.
  if (document.activeElement?.matches('[role=alert]')) return;
  const target =
    document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) {
    target.setAttribute('tabindex', '-1');
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.focus({ preventScroll: true });
}
