import { DomainError } from '../../errors/domain-error.js';
import { systemContext } from '../../request/request-context.js';
import { AddWorker, Teams } from '../../staff/index.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';
import { readWorkerWords, type WorkerWords } from './worker-words.js';

/** How the first worker comes in: by a link that works once and for a day, never by a default password. */
export const workerAdd: Command = {
  summary: 'adds a worker and prints their set-password link',
  takesWords: true,
  async run(words, print) {
    const worker = readWorkerWords(words);
    return withParts(async (parts) => {
      const { team } = worker;
      const teamId = team === undefined ? null : await teamIdOf(parts.get(Teams, { strict: false }), team);
      const link = await add(parts.get(AddWorker, { strict: false }), worker, teamId);
      print('The worker was added. This link sets their password, once, within a day:');
      print(link);
      return 0;
    });
  },
};

/** Adds the worker; gives the link that sets their password. */
async function add(workers: AddWorker, words: WorkerWords, teamId: string | null): Promise<string> {
  const { 'first-name': firstName, 'last-name': lastName, email, role } = words;
  const context = systemContext('cso worker add');
  try {
    const { setPasswordLink } = await workers.addWorker(context, {
      firstName,
      lastName,
      email,
      role,
      teamId,
    });
    return setPasswordLink;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'EMAIL_TAKEN') throw error;
    throw new Error('--email: another worker has this address', { cause: error });
  }
}

/** The team of that name, made if there is none yet. */
async function teamIdOf(teams: Teams, name: string): Promise<string> {
  const known = (await teams.list()).find((team) => team.name === name);
  return (known ?? (await teams.add(systemContext('cso worker add'), name))).id;
}
