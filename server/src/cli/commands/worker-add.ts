import { parseArgs } from 'node:util';
import { CreateWorker, WorkerRole } from '@cso/contract';
import { systemContext } from '../../request/request-context.js';
import { AddWorker, Teams } from '../../staff/index.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';
import { WrongUse } from '../wrong-use.js';

const USAGE = `worker add --first-name N --last-name N --email E --role ${WorkerRole.options.join('|')} [--team NAME]`;

/** How the first worker comes in: by a link that works once and for a day, never by a default password. */
export const workerAdd: Command = {
  summary: 'adds a worker and prints their set-password link',
  takesWords: true,
  async run(words, print) {
    const { team, ...worker } = readWords(words);
    return withParts(async (parts) => {
      const context = systemContext('cso worker add');
      const teamId = team === undefined ? null : await teamIdOf(parts.get(Teams, { strict: false }), team);
      const { setPasswordLink } = await parts
        .get(AddWorker, { strict: false })
        .addWorker(context, { ...worker, teamId });
      print('The worker was added. This link sets their password, once, within a day:');
      print(setPasswordLink);
      return 0;
    });
  },
};

function readWords(words: readonly string[]): CreateWorker & { team?: string | undefined } {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { 'first-name': option, 'last-name': option, email: option, role: option, team: option },
    });
    const worker = CreateWorker.parse({
      firstName: values['first-name'],
      lastName: values['last-name'],
      email: values.email,
      role: values.role,
      teamId: null,
    });
    return { ...worker, team: values.team };
  } catch {
    throw new WrongUse(USAGE);
  }
}

/** The team of that name, made if there is none yet. */
async function teamIdOf(teams: Teams, name: string): Promise<string> {
  const known = (await teams.list()).find((team) => team.name === name);
  return (known ?? (await teams.add(systemContext('cso worker add'), name))).id;
}
