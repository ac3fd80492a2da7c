// npm run check: everything that should hold before a change is shown to others. Stops at the first failure.
import { Failure, main, say, stopOnSignals } from './commands.mjs';
import { ensureInstalled } from './setup.mjs';
import { runCheck, staticChecks, unitTests } from './static-checks.mjs';

stopOnSignals();
await main(async () => {
  await ensureInstalled();
  for (const [what, commands] of [...staticChecks, unitTests]) {
    const { passed, output, seconds } = await runCheck(commands);
    say(`${passed ? 'passed' : 'FAILED'}  ${what.padEnd(24)} ${seconds} s`);
    if (!passed) throw new Failure(output);
  }
});
