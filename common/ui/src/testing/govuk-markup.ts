/** The options of an example, as GOV.UK Frontend's own macros take them. */
export type Options = Record<string, unknown>;

interface Fixture {
  name: string;
  html: string;
  options: Options;
}

const published = import.meta.glob<{ fixtures: Fixture[] }>(
  '../../../../node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json',
  { eager: true, import: 'default' },
);

/** One example of a component, with the markup that GOV.UK Frontend publishes for it. */
export function publishedExample(component: string, example: string): Fixture {
  const [, file] =
    Object.entries(published).find(([path]) => path.includes(`/${component}/fixtures.json`)) ?? [];
  const fixture = file?.fixtures.find(({ name }) => name === example);
  if (!fixture) throw new Error(`${component} has no example '${example}'`);
  return fixture;
}

/**
 * What GOV.UK's own scripts read or change when they start: ours is the page after that start, made by Vue.
 * Live regions that those scripts add have a class ending in `sr-status`.
 */
const SCRIPT_ATTRIBUTES =
  /^(data-(module|maxlength|threshold|count-type|aria-controls)|hidden|tabindex|aria-expanded)$/;

/** The state of a control is compared as the person sees it, for Vue sets properties where HTML has attributes. */
function stateOf(element: Element): string[] {
  if (element instanceof HTMLOptionElement) return element.selected ? ['selected'] : [];
  if (element instanceof HTMLTextAreaElement) return [`value="${element.value.trim()}"`];
  if (!(element instanceof HTMLInputElement)) return [];
  if (element.matches('[type=radio], [type=checkbox]')) return element.checked ? ['checked'] : [];
  return element.value ? [`value="${element.value}"`] : [];
}

function isCompared(element: Element, name: string): boolean {
  if (SCRIPT_ATTRIBUTES.test(name)) return false;
  const isChoice = element.matches('[type=radio], [type=checkbox]');
  if (name === 'aria-controls') return !isChoice;
  if (name === 'value') return isChoice || element instanceof HTMLOptionElement;
  return name !== 'checked' && name !== 'selected';
}

/** Our own classes (cso-…) stand beside GOV.UK's, never instead of them. */
function classesOf(element: Element): string {
  return [...element.classList]
    .filter((name) => !name.startsWith('cso-'))
    .sort()
    .join(' ');
}

function attributesOf(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => isCompared(element, name))
    .map(({ name, value }) => `${name}="${name === 'class' ? classesOf(element) : value}"`);
  return [...attributes, ...stateOf(element)].sort().join(' ');
}

function linesOf(node: Node, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text ? [indent + text] : [];
  }
  if (!(node instanceof Element) || node.matches('[class*="sr-status"]')) return [];
  const line = `${indent}<${node.tagName.toLowerCase()} ${attributesOf(node)}>`;
  return node instanceof HTMLTextAreaElement ? [line] : [line, ...childLines(node, depth + 1)];
}

function childLines(parent: Element, depth: number): string[] {
  return [...parent.childNodes].flatMap((child) => linesOf(child, depth));
}

/** One line an element, attributes and classes in order, whitespace and comments gone. */
export function normalise(container: Element): string {
  return childLines(container, 0).join('\n');
}

export function normaliseHtml(html: string): string {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return normalise(holder);
}
