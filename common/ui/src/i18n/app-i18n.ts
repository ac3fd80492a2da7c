import { createI18n } from 'vue-i18n';
import { enGB } from './en-GB';

/** A tree of texts: an app's own, beside the shared `ui`. */
export interface Texts {
  [key: string]: string | Texts;
}

/** Both trees in one; where they have the same key, the text of `changes` stands. */
function merge(base: Texts, changes: Texts): Texts {
  const merged = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key];
    merged[key] = typeof before === 'object' && typeof value === 'object' ? merge(before, value) : value;
  }
  return merged;
}

/**
 * The translations of an app: its own texts and the shared ones, in British English. An app may change a shared text.
 * Messages are compiled to an AST, never to a function, so a Content-Security-Policy without 'unsafe-eval' holds.
 */
export function createAppI18n(texts: Texts = {}) {
  return createI18n({
    legacy: false,
    locale: 'en-GB',
    fallbackLocale: 'en-GB',
    messages: { 'en-GB': merge(enGB, texts) },
  });
}
