import 'reflect-metadata';
import { InvalidSettings } from '../config/read-settings.js';
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

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** 0: all is well. 1: the check failed. 2: wrong use. */
async function run(words: readonly string[]): Promise<number> {
  const verb = [words.slice(0, 2).join(' '), words[0] ?? ''].find((name) => name in commands);
  if (verb === undefined) {
    print('Commands:');
    for (const [name, { summary }] of Object.entries(commands)) print(`  ${name.padEnd(14)} ${summary}`);
    return 2;
  }
  return commands[verb]!.run(words.slice(verb.split(' ').length), print);
}

run(process.argv.slice(2))
  .catch((error: unknown) => {
    if (error instanceof WrongUse || error instanceof InvalidSettings) {
      print(error.message);
      return 2;
    }
    print(error instanceof Error ? error.message : 'The command failed.');
    return 1;
  })
  .then((code) => {
    process.exitCode = code;
  });
