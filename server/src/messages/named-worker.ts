import { plainWords } from '@cso/contract';

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * The worker whom a subject names by first and last name; null when it names none of them, or more than one. Only those
 * who look after the account are asked: a namesake elsewhere never gets what was not meant for them (security-rules 5.14).
 */
export function namedWorker<Worker extends Named>(
  subject: string,
  workers: readonly Worker[],
): Worker | null {
  const named = workers.filter(
    ({ firstName, lastName }) => isNamed(firstName, subject) && isNamed(lastName, subject),
  );
  return named.length === 1 ? named[0]! : null;
}

/** As whole words, with case, accents and hyphens ignored: 'Mary-Jane' is 'mary jane' and 'maryjane'. */
function isNamed(name: string, subject: string): boolean {
  return [plainWords, joinedWords].some((wordsOf) => ` ${wordsOf(subject)} `.includes(` ${wordsOf(name)} `));
}

const joinedWords = (text: string): string => plainWords(text.replace(/[-‐‑–]/g, ''));
