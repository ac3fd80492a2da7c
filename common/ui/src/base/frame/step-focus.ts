import { onBeforeUnmount, onMounted } from 'vue';
import { focusHeading } from './page-frame';

const headingOf = (): Element | null => document.querySelector('main h1');
/** Also on the page as a whole, which has it while a step that is still being fetched has no heading. */
const isFocusNowhere = (): boolean => (document.activeElement ?? document.body).matches('body, main');

/**
 * A page that goes on in steps takes away what had the focus, and the browser lets the focus fall to the body, from
 * where a keyboard starts at the top and a screen reader says nothing. Then it goes to the heading of what has come
 * instead, as after a move to another page. An error summary, a banner or a dialog that takes the focus itself keeps it.
 * Call it once, in the app's root; a step only needs a heading of its own (StepHeading).
 */
export function useStepFocus(): void {
  let focused: Element | null = null;
  let heading: Element | null = null;
  const noteFocus = ({ target }: FocusEvent): void => {
    focused = target as Element;
  };

  const observer = new MutationObserver(() => {
    const shown = headingOf();
    const isNewStep = heading !== null && shown !== null && shown !== heading;
    const isLost = focused !== null && !focused.isConnected;
    heading = shown ?? heading;
    if (isLost) focused = null;
    if ((isNewStep || isLost) && isFocusNowhere()) focusHeading();
  });

  onMounted(() => {
    document.addEventListener('focusin', noteFocus);
    observer.observe(document.body, { childList: true, subtree: true });
  });
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', noteFocus);
    observer.disconnect();
  });
}
