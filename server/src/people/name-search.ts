/** Without accents and case, so that 'zoe' finds 'Zoë'. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether every word of `text` begins some part of the name: 'o brien' and 'obrien' both find 'O’Brien'. */
export function isNameMatch(name: string, text: string): boolean {
  const joined = name.split(/\s+/).map((part) => wordsOf(part).join(''));
  const parts = [...wordsOf(name), ...joined];
  return wordsOf(text).every((word) => parts.some((part) => part.startsWith(word)));
}
