import { onBeforeUnmount, onMounted } from 'vue';

const ERROR_SUMMARY = '.govuk-error-summary';
const HEADING = 'h1, h2, h3';
const ROW = 'tbody tr';
const IN_ROW = '[data-row-link], a, button';

/** Where the focus last was: the element with everything around it, and its place in a list. */
interface Place {
  readonly path: readonly Element[];
  readonly rowIndex: number;
}

/**
 * Whatever takes the place of the part in focus gets the focus: a step of a form, a dialog's next page, the row after
 * the one that was dealt with. Without it the focus falls to nowhere, a screen reader says nothing, and the Tab key
 * begins anew. It is done once for the whole window, so no page has to think of it; moves of the router and new
 * dialogs and error summaries take the focus themselves.
 */
export function useFocusCare(): void {
  let last: Place | null = null;

  function remember({ target }: FocusEvent): void {
    if (target instanceof Element) last = placeOf(target);
  }

  /** A press beside every control is the person's own wish. What was removed is gone by the next turn. */
  function forget(): void {
    queueMicrotask(() => {
      if (isLost() && last?.path[0]?.isConnected) last = null;
    });
  }

  const observer = new MutationObserver(() => {
    if (!last || last.path[0]?.isConnected || !isLost()) return;
    const successor = rowAfter(last) ?? headingAround(last);
    if (successor) giveFocus(successor);
  });

  onMounted(() => {
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
    observer.observe(document.body, { childList: true, subtree: true });
  });
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', forget);
    observer.disconnect();
  });
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function placeOf(target: Element): Place {
  const path: Element[] = [];
  for (let part: Element | null = target; part; part = part.parentElement) path.push(part);
  const row = target.closest(ROW);
  return { path, rowIndex: row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1 };
}

/** The row that was in focus, or the one that has moved up to its place. */
function rowAfter({ path, rowIndex }: Place): HTMLElement | null {
  const index = path.findIndex((part) => part.matches('tr'));
  const [row, list] = [path[index], path[index + 1]];
  if (rowIndex < 0 || !list?.isConnected) return null;
  const next = row?.isConnected ? row : list.children[Math.min(rowIndex, list.children.length - 1)];
  return next?.querySelector<HTMLElement>(IN_ROW) ?? null;
}

/** The heading of the smallest part that is left of where the focus was; what is wrong comes before it. */
function headingAround({ path }: Place): HTMLElement | null {
  for (const part of path.filter(({ isConnected }) => isConnected)) {
    const found = part.querySelector<HTMLElement>(ERROR_SUMMARY) ?? part.querySelector<HTMLElement>(HEADING);
    if (found) return found;
  }
  return null;
}

function giveFocus(target: HTMLElement): void {
  if (target.matches(HEADING)) target.tabIndex = -1;
  target.focus();
}
