import { plainWords } from './plain-words.js';

/**
 * Words that ask for a phone call rather than a message (domain 8.5 'Urgent words'). The screen shows the numbers to
 * ring before it sends such a text, and the inbox shows the thread first. Nothing is held back for them.
 */
export const urgentWords: readonly string[] = [
  'urgent',
  'urgently',
  'emergency',
  '999',
  'ambulance',
  'police',
  'A&E',
  'in hospital',
  'to hospital',
  'hurt',
  'knife',
  'arrested',
  'unconscious',
  'not breathing',
  'seizure',
  'overdose',
  'bleeding',
  'injured',
  'injury',
  'missing',
  'ran away',
  'run away',
  'runaway',
  'absconded',
  'abducted',
  'suicide',
  'suicidal',
  'kill himself',
  'kill herself',
  'kill themselves',
  'self-harm',
  'self-harmed',
  'self-harming',
  'abuse',
  'abused',
  'assault',
  'assaulted',
  'attacked',
  'raped',
  'stabbed',
  'weapon',
  'threatened',
  'disclosed',
  'disclosure',
  'in danger',
  'not safe',
  'unsafe',
];

const asTyped = urgentWords.map((word) => ` ${plainWords(word)} `);

/** Whether a text has one of the urgent words, as a whole word and however it is spelt: 'A & E', 'Self harm'. */
export function isUrgentText(text: string): boolean {
  const typed = ` ${plainWords(text)} `;
  return asTyped.some((word) => typed.includes(word));
}
