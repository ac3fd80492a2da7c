import { domainToASCII, domainToUnicode } from 'node:url';

declare const normalised: unique symbol;

/** An e-mail address in the one form under which it is compared, indexed and stored. */
export type EmailKey = string & { readonly [normalised]: true };

export type EmailResult =
  { ok: true; key: EmailKey } | { ok: false; reason: 'not-an-email' | 'mixed-script' };

const maxLength = 254;
const maxLocalLength = 64;

/**
 * The key of a typed address (security-rules 5.2): NFKC, trimmed, lower case, the domain in its ASCII form. Refuses a
 * local part whose letters mix scripts, such as a Cyrillic a in a Latin name, which a reader cannot tell apart.
 */
export function normaliseEmail(typed: string): EmailResult {
  const text = typed.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = readDomain(text.slice(at + 1));
  const key = `${local}@${domain}`;
  if (key.length > maxLength || !isLocalPart(local) || domain === null)
    return { ok: false, reason: 'not-an-email' };
  if (mixesScripts(local)) return { ok: false, reason: 'mixed-script' };
  return { ok: true, key: key as EmailKey };
}

/** The dot-atom of RFC 5321 and 6531. Quoted local parts are legal and nobody has one. */
function isLocalPart(local: string): boolean {
  return (
    Buffer.byteLength(local) <= maxLocalLength &&
    /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) &&
    isDotted(local)
  );
}

/**
 * The domain in its ASCII form, or null. `domainToASCII` reads a whole web address and drops what it does not need: a
 * path, a port, invisible signs. So what comes out must lead back to what was typed, or `carers.example/evil.org` would
 * have the key of `carers.example`.
 */
function readDomain(typed: string): string | null {
  const domain = domainToASCII(typed);
  const isWhole = domain === typed || domainToUnicode(domain) === typed;
  return isWhole && isDomain(domain) ? domain : null;
}

/** At least two labels of letters, digits and inner hyphens; the last one is no number, so no IP address. */
function isDomain(domain: string): boolean {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  return new RegExp(`^(?:${label}\\.)+(?!\\d+$)${label}$`).test(domain);
}

function isDotted(local: string): boolean {
  return !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

/** Japanese and Korean are written in several scripts together: each such set counts as one. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Gurmukhi}/u,
  /\p{Script=Gujarati}/u,
  /\p{Script=Tamil}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Ethiopic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
];

function mixesScripts(local: string): boolean {
  const letters = local.match(/\p{L}/gu) ?? [];
  return new Set(letters.filter((letter) => !isShared(letter)).map(scriptOf)).size > 1;
}

/** Scripts that are not in the list count as one of their own, so mixing them with a listed one is refused as well. */
function scriptOf(letter: string): number {
  return scripts.findIndex((script) => script.test(letter));
}

function isShared(letter: string): boolean {
  return /[\p{Script=Common}\p{Script=Inherited}]/u.test(letter);
}
