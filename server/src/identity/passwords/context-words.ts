/** Words that anybody would try first on this service (security-rules 5.4). */
const serviceWords = ['norfolk', 'foster', 'carer', 'children', 'service', 'council', 'portal'];

const SHORTEST_WORD = 3;

const letters: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

/** Lower case, with the usual digits and signs read as the letters they stand for; as long as it was. */
const plain = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()].map((character) => letters[character] ?? character).join('');

/** The parts of the person's own names and address. */
export const ownWords = (...texts: string[]): string[] =>
  texts.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u));

/** Whether context words make up more than half of the password. */
export function isMostlyContext(password: string, own: readonly string[]): boolean {
  const text = plain(password);
  const covered = new Set<number>();
  for (const word of [...serviceWords, ...own].filter(({ length }) => length >= SHORTEST_WORD)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      for (let offset = 0; offset < word.length; offset += 1) covered.add(at + offset);
    }
  }
  return covered.size * 2 > text.length;
}
