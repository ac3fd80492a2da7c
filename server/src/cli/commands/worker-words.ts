import { parseArgs } from 'node:util';
import { CreateWorker, WorkerRole } from '@cso/contract';
import { z } from 'zod';
import { normaliseEmail } from '../../crypto/email-key.js';
import { WrongUse } from '../wrong-use.js';

const roles = WorkerRole.options;
const USAGE = `worker add --first-name N --last-name N --email E --role ${roles.join('|')} [--team NAME]`;

/** Every flag with what it must be, as the one who typed it reads it. */
const WorkerWords = z.strictObject({
  'first-name': CreateWorker.shape.firstName,
  'last-name': CreateWorker.shape.lastName,
  // The contract leaves it to the server to see through look-alike letters.
  email: CreateWorker.shape.email.refine((typed) => normaliseEmail(typed).ok),
  role: CreateWorker.shape.role,
  team: z.string().trim().min(1).max(120).optional(),
});
export type WorkerWords = z.output<typeof WorkerWords>;
type Flag = keyof WorkerWords;

const expected: Record<Flag, string> = {
  'first-name': 'must be a name of 1 to 80 characters',
  'last-name': 'must be a name of 1 to 80 characters',
  email: 'must be an e-mail address, such as ada.day@council.gov.uk',
  role: `must be one of ${roles.join(', ')}`,
  team: 'must be the name of a team, of 1 to 120 characters',
};

/** Reads the words after `worker add`. Throws WrongUse, which names each flag at fault and never repeats its value. */
export function readWorkerWords(words: readonly string[]): WorkerWords {
  const typed = readFlags(words);
  const read = WorkerWords.safeParse(typed);
  if (read.success) return read.data;
  const atFault = new Set(read.error.issues.map(({ path: [flag] }) => flag as Flag));
  throw wrongUse(
    [...atFault].map((flag) => `--${flag}: ${flag in typed ? '' : 'is missing and '}${expected[flag]}`),
  );
}

/** The value of each flag. Throws at the first word that is neither a known flag nor the one value of it. */
function readFlags(words: readonly string[]): Record<string, string> {
  const option = { type: 'string' } as const;
  const options = Object.fromEntries(Object.keys(expected).map((flag) => [flag, option]));
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const typed: Record<string, string> = {};
  let last = '';
  for (const token of tokens) {
    if (token.kind !== 'option') throw wrongUse([strayWord(last, 'value' in token ? token.value : '--')]);
    const { name, rawName, value } = token;
    last = rawName;
    if (!isFlag(name)) throw wrongUse([`${rawName}: there is no such flag`]);
    // Without a value of its own, a flag swallows the next one.
    if (value === undefined || value.startsWith('-')) throw wrongUse([`${rawName}: ${expected[name]}`]);
    typed[name] = value;
  }
  return typed;
}

const isFlag = (name: string): name is Flag => Object.hasOwn(expected, name);

/** What follows a flag's value may be a part of it, so it is not repeated. */
function strayWord(flag: string, word: string): string {
  if (flag === '') return `${word}: needs its flag before it`;
  return `${flag}: takes one value; put quotes round a value of several words`;
}

const wrongUse = (problems: readonly string[]): WrongUse =>
  new WrongUse([...problems, `Usage: ${USAGE}`].join('\n'));
