import { mkdirSync, rmSync } from 'node:fs';
import { inRoot, run, tool } from './commands.mjs';
import { countPlaywright, countSuite, countVitest } from './counts.mjs';

const REPORTS = inRoot('test-results', 'reports');

function vitest(what, folder) {
  return {
    what,
    count: countVitest,
    command: (reportFile) =>
      tool(
        'vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ),
    cwd: inRoot(folder),
    env: () => ({}),
  };
}

const endToEnd = {
  what: 'end to end in Chromium',
  count: countPlaywright,
  command: () => tool('@playwright/test/cli.js', 'test', '--reporter=line,json'),
  cwd: inRoot('tests'),
  env: (reportFile, chromium) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile, CHROMIUM_PATH: chromium }),
};

/** Quick ones first; end to end last, when everything under it is known to work. */
export const suites = [
  vitest('build scripts', 'build'),
  vitest('contract', 'common/contract'),
  vitest('client', 'common/client'),
  vitest('components of both screens', 'common/ui'),
  vitest('carer portal', 'web'),
  vitest('caseworker app', 'desktop'),
  vitest('server and API on SQLite and MariaDB', 'server'),
  endToEnd,
];

/** Runs one suite: its counts, its output and how long it took. */
export async function runSuite({ what, count, command, cwd, env }, chromium) {
  mkdirSync(REPORTS, { recursive: true });
  const reportFile = `${REPORTS}/${what.replaceAll(' ', '-')}.json`;
  rmSync(reportFile, { force: true });
  const begun = performance.now();
  const { code, output } = await run(command(reportFile), { cwd, env: env(reportFile, chromium) });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return { counts: countSuite({ count, reportFile, exitCode: code }), output, seconds };
}
