import { onBeforeUnmount, onMounted } from 'vue';

const ROW_LINK = '[data-row-link]';

/** What a key does to the row in focus, by the id that its link carries. `?` and keys for the page get no id. */
export type RowKeys = Record<string, (rowId: string | undefined) => void>;

/**
 * The keys belong to the list (WCAG 2.1.4): they work while the focus is in it, or still where a new page puts it.
 * Someone who dictates 'jack' with the focus on a menu or button does not move through the list.
 */
function isForList(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || focused.closest('main table, main h1') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  return (
    hasModifier ||
    event.defaultPrevented ||
    !isForList() ||
    isTyping(event.target) ||
    !!document.querySelector('dialog[open]')
  );
}

/** The links of the rows on the page, from top to bottom. */
export function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`main ${ROW_LINK}`)];
}

/** The link of the row that holds the focus, wherever in the row it is. */
function linkInFocus(): HTMLElement | undefined {
  const row = document.activeElement?.closest('tr');
  return row?.querySelector<HTMLElement>(ROW_LINK) ?? undefined;
}

function moveFocus(step: 1 | -1): void {
  const links = rowLinks();
  const current = linkInFocus();
  const next = current ? links.indexOf(current) + step : 0;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

/**
 * Mail-like keys for a list: j and k go down and up, Enter follows the row's link, and `keys` adds the page's own.
 * They do nothing in fields, dialogs and the parts of the page beside the list.
 */
export function useRowKeys(keys: RowKeys = {}): void {
  function press(event: KeyboardEvent): void {
    if (isMeantElsewhere(event)) return;
    if (event.key === 'j' || event.key === 'k') moveFocus(event.key === 'j' ? 1 : -1);
    else if (keys[event.key]) keys[event.key]?.(linkInFocus()?.dataset.rowLink);
    else return;
    event.preventDefault();
  }
  onMounted(() => document.addEventListener('keydown', press));
  onBeforeUnmount(() => document.removeEventListener('keydown', press));
}
