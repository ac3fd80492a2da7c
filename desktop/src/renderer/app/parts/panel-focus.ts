import { watch, type Ref } from 'vue';

/**
 * A panel beside a list is what was asked for, so its heading takes the focus once it is there; the router's move has
 * put it on the page's own heading until then.
 */
export function usePanelFocus(heading: Readonly<Ref<HTMLElement | null>>): void {
  watch(heading, (element) => requestAnimationFrame(() => element?.focus()), { once: true });
}
