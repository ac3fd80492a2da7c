/** Words after which somebody may need help at once. One list for the server's flag and the screens' advice. */
const URGENT_WORDS = [
  '999',
  'a and e',
  'a e',
  'abused',
  'ambulance',
  'arrested',
  'assaulted',
  'attacked',
  'bleeding',
  'danger',
  'dangerous',
  'emergency',
  'hospital',
  'hurt',
  'injured',
  'injury',
  'kill',
  'knife',
  'missing',
  'not come home',
  'overdose',
  'police',
  'ran away',
  'run away',
  'self harm',
  'self harmed',
  'suicidal',
  'suicide',
  'unconscious',
  'unsafe',
  'urgent',
  'urgently',
  'weapon',
];

/** Whether a text has one of the words, as whole words: 'shurting' is none. Case and punctuation do not matter. */
export function hasUrgentWords(text: string): boolean {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return URGENT_WORDS.some((word) => words.includes(` ${word} `));
}
