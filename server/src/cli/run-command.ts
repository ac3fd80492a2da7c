import { auditVerify } from './commands/audit-verify.js';
import { config } from './commands/config.js';
import { demoReset } from './commands/demo-reset.js';
import { doctor } from './commands/doctor.js';
import { keysInit, keysRotate, keysStatus } from './commands/keys.js';
import { migrate } from './commands/migrate.js';
import { workerAdd } from './commands/worker-add.js';
import type { Command } from './command.js';
import { WrongUse } from './wrong-use.js';

/** `npm run cso -- VERB …` (interfaces: Commands). */
const commands: Record<string, Command> = {
  config,
  doctor,
  migrate,
  'audit verify': auditVerify,
  'demo reset': demoReset,
  'keys init': keysInit,
  'keys status': keysStatus,
  'keys rotate': keysRotate,
  'worker add': workerAdd,
};

type Print = (line: string) => void;

/** Runs the verb that the words begin with. 0: all is well. 1: the check failed. 2: wrong use. */
export async function runCommand(words: readonly string[], print: Print): Promise<number> {
  const verb = [words.slice(0, 2).join(' '), words[0] ?? ''].find((name) => Object.hasOwn(commands, name));
  if (verb === undefined) {
    print('Commands:');
    for (const [name, { summary }] of Object.entries(commands)) print(`  ${name.padEnd(14)} ${summary}`);
    return 2;
  }
  try {
    return await run(commands[verb]!, words.slice(verb.split(' ').length), print);
  } catch (error) {
    print(error instanceof Error ? error.message : 'The command failed.');
    return error instanceof WrongUse ? 2 : 1;
  }
}

async function run(command: Command, words: readonly string[], print: Print): Promise<number> {
  if (words.length > 0 && !command.takesWords) throw new WrongUse('This command takes no more words.');
  return command.run(words, print);
}
