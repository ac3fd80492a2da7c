// npm test: sets up what is missing, builds, and runs every check and every suite. The last line is the count.
import { Failure, main, say, stopOnSignals } from './commands.mjs';
import { add, countLine } from './counts.mjs';
import { ensureBuilt, ensureChromium, ensureInstalled, ensureMariadb } from './setup.mjs';
import { runCheck, staticChecks } from './static-checks.mjs';
import { runSuite, suites } from './suites.mjs';

async function runChecks() {
  const all = [];
  for (const [what, commands] of staticChecks) {
    const { passed, output, seconds } = await runCheck(commands);
    if (!passed) say(output);
    say(`${passed ? 'passed' : 'FAILED'}  ${what} (${seconds} s)`);
    all.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  }
  return all;
}

async function runSuites(chromium) {
  const all = [];
  for (const suite of suites) {
    say(`        ${suite.what} ...`);
    const { counts, output, seconds } = await runSuite(suite, chromium);
    if (counts.failed > 0) say(output);
    say(`${counts.failed > 0 ? 'FAILED' : 'passed'}  ${suite.what}: ${countLine(counts)} (${seconds} s)`);
    all.push(counts);
  }
  return all;
}

async function testAll() {
  await ensureInstalled();
  const chromium = await ensureChromium();
  await ensureMariadb();
  await ensureBuilt();
  return add([...(await runChecks()), ...(await runSuites(chromium))]);
}

stopOnSignals();
await main(async () => {
  let counts;
  try {
    counts = await testAll();
  } catch (error) {
    // Set-up and build count too: whoever reads only the last line has to see that nothing was proved.
    say(error instanceof Failure ? error.message : String(error.stack));
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  say(countLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
