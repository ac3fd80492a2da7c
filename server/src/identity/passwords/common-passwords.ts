import { commonEndings, commonWords } from './common-words.js';

/** How people bend a word to a rule: what stands for its letters … */
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

const spelledWords: ReadonlySet<string> = new Set(
  commonWords.flatMap((word) => spellings.map((spell) => spell(word))),
);

/**
 * Whether people choose this password when a rule asks for classes (security-rules 5.4): a well-known word in any usual
 * spelling, … and with any usual ending. Taken apart instead of looked up, so that no list of all of them is ever built.
 */
export function isCommonPassword(password: string): boolean {
  const lowered = password.normalize('NFKC').toLowerCase();
  return commonEndings.some(
    (ending) =>
      lowered.endsWith(ending) && spelledWords.has(lowered.slice(0, lowered.length - ending.length)),
  );
}
