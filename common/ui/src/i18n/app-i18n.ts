import { createI18n } from 'vue-i18n';
import { enGB } from './en-GB';

/** A tree of texts: an app's own, beside the shared `ui`. */
export interface Texts {
  [key: string]: string | Texts;
}

/**
 * The translations of an app: its own texts and the shared ones, in British English.
 * Messages are compiled to an AST, never to a function, so a Content-Security-Policy without 'unsafe-eval' holds.
 */
export function createAppI18n(texts: Texts = {}) {
  return createI18n({
    legacy: false,
    locale: 'en-GB',
    fallbackLocale: 'en-GB',
    messages: { 'en-GB': { ...enGB, ...texts } },
  });
}
