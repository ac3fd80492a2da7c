import type { FieldCode } from '../http/errors.js';

/** The symbols that the carer guide lists; others are allowed but count for no class (security-rules 5.4). */
export const PASSWORD_SYMBOLS = '@#$%^&*-_+=[]{}|\\:\',?/`~"();.';

/** Fewest characters, and the length from which a passphrase needs no classes. */
export const PASSWORD_MIN = 8;
export const PASSPHRASE_MIN = 16;

const classes = [
  /\p{Ll}/u,
  /\p{Lu}/u,
  /[0-9]/,
  new RegExp(`[${PASSWORD_SYMBOLS.replace(/[\\\]^-]/g, '\\$&')}]`),
];

/**
 * The part of the password rule that needs no dictionary, the same in the page and on the server:
 * 8 to `max` code points; below 16, three of lower case, upper case, digits and the listed symbols.
 * Returns why the password is refused, or null. The text is measured after NFKC, as it is hashed.
 */
export function checkPasswordShape(password: string, max: number): FieldCode | null {
  const normalised = password.normalize('NFKC');
  const length = [...normalised].length;
  if (length < PASSWORD_MIN) return 'PASSWORD_TOO_SHORT';
  if (length > max) return 'PASSWORD_TOO_LONG';
  if (length >= PASSPHRASE_MIN) return null;
  const met = classes.filter((kind) => kind.test(normalised)).length;
  return met >= 3 ? null : 'PASSWORD_TOO_SIMPLE';
}
