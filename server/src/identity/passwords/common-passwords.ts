import { checkPasswordShape, PASSPHRASE_MIN } from '@cso/contract';
import { commonWords } from './common-words.js';

/** How people bend a word to a rule: what stands behind it … */
const endings = [
  ...[
    '',
    '!',
    '!!',
    '?',
    '.',
    '1',
    '12',
    '123',
    '1234',
    '12345',
    '123456',
    '321',
    '007',
    '01',
    '11',
    '22',
    '69',
    '77',
  ],
  ...[
    '88',
    '99',
    '00',
    '1!',
    '12!',
    '123!',
    '1234!',
    '12345!',
    '!1',
    '!12',
    '!123',
    '!1234',
    '@1',
    '@12',
    '@123',
    '@1234',
  ],
  ...[
    '#1',
    '#12',
    '#123',
    '$1',
    '$123',
    '_1',
    '_123',
    '-1',
    '.1',
    '*1',
    '1@',
    '1#',
    '1$',
    '1*',
    '123@',
    '123#',
    '?1',
  ],
  ...Array.from({ length: 47 }, (_, since) => String(1980 + since)),
  ...Array.from({ length: 17 }, (_, since) => `${2010 + since}!`),
  ...Array.from({ length: 17 }, (_, since) => `@${2010 + since}`),
];

/** … and what stands for its letters. */
const spellings: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.replaceAll('a', '@'),
  (word) => word.replaceAll('o', '0'),
  (word) => word.replaceAll('a', '@').replaceAll('o', '0'),
  (word) => word.replaceAll('s', '$'),
  (word) => word.replaceAll('e', '3'),
  (word) => word.replaceAll('i', '1'),
  (word) => word.replaceAll('a', '4').replaceAll('e', '3').replaceAll('i', '1').replaceAll('o', '0'),
  (word) => word.replaceAll('a', '@').replaceAll('s', '$').replaceAll('o', '0'),
];

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Whether some capitals make the rule accept it; the others it refuses by itself. */
const canPass = (word: string): boolean =>
  word.length < PASSPHRASE_MIN + 8 && checkPasswordShape(capitalised(word), Number.MAX_SAFE_INTEGER) === null;

/**
 * The passwords that people choose when a rule asks for classes, in lower case: well-known words in every usual
 * spelling and ending, as far as they satisfy the rule of security-rules 5.4. Derived instead of stored: the same
 * list at every start, with nothing to download.
 */
export function listCommonPasswords(): ReadonlySet<string> {
  const variants = commonWords.flatMap((word) => [...new Set(spellings.map((spell) => spell(word)))]);
  return new Set(variants.flatMap((word) => endings.map((ending) => word + ending)).filter(canPass));
}
