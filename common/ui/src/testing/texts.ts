import type { Texts } from '../i18n/app-i18n';

const MOST_WORDS = 25;

/** The sentences of a tree of texts (or of lists of texts) that are longer than plain English allows (ux 9). */
export function longSentences(tree: object): string[] {
  return Object.values(tree).flatMap((text: string | object) =>
    typeof text === 'string'
      ? text.split(/(?<=[.?!])\s| \| /).filter((sentence) => sentence.trim().split(/\s+/).length > MOST_WORDS)
      : longSentences(text),
  );
}

/** A call of `t`, `te` or `tm` with the key written out; a key that is put together is known as far as its first gap. */
const KEY = /\btm?\((?:[^'`()]*\? )?(?:'([\w.-]+)'|`([\w.-]+)\$\{)/g;
const OTHER_KEY = /\btm?\([^'`()]*\? '[\w.-]+' : '([\w.-]+)'/g;

function keysIn(source: string): string[] {
  return [...source.matchAll(KEY), ...source.matchAll(OTHER_KEY)].map(
    ([, whole, start]) => whole ?? start ?? '',
  );
}

/** The keys that the sources ask for and the texts do not have. A key with a gap needs something where it begins. */
export function missingTexts(sources: string[], texts: Texts): string[] {
  const known = pathsOf(texts);
  const isThere = (key: string): boolean =>
    key.endsWith('.') ? known.some((path) => path.startsWith(key)) : known.includes(key);
  return [...new Set(sources.flatMap(keysIn))].filter((key) => !isThere(key));
}

/** Every key of the tree, those of its branches too: `tm` takes a branch. */
function pathsOf(tree: Texts, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    return typeof value === 'string' ? [path] : [path, ...pathsOf(value, `${path}.`)];
  });
}
