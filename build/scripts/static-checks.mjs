import { npm, run, script, tool } from './commands.mjs';

/** What can be checked without running the product: [what, the commands]. Cheapest first. */
export const staticChecks = [
  ['format', () => [tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')]],
  ['lint', () => [tool('eslint/bin/eslint.js', '--max-warnings=0', '.')]],
  ['dependency rules', () => [script('build/lint/dependencies.mjs')]],
  ['self-test of the rules', () => [script('build/lint/rules.selftest.mjs')]],
  ['licences', () => [script('build/lint/licences.mjs')]],
  ['dead code', () => [tool('knip/bin/knip.js', '--no-progress', '--no-config-hints')]],
  [
    'types',
    () => [
      tool('turbo/bin/turbo', 'run', 'typecheck', '--output-logs=errors-only'),
      // The builds leave tests out; these two programs hold them.
      tool('@typescript/native/bin/tsc', '-p', 'server/tsconfig.test.json'),
      tool('@typescript/native/bin/tsc', '-p', 'build/tsconfig/common-tests.json'),
    ],
  ],
  [
    'weight of the first page',
    () => [npm('run', '--silent', 'build', '-w', '@cso/web'), script('build/lint/page-weight.mjs')],
  ],
  ['desktop packaging', () => [npm('run', '--silent', 'dist:check', '-w', '@cso/desktop')]],
];

const UNIT_TESTED = ['contract', 'client', 'ui', 'web', 'desktop'];

/** The quick tests, through turbo: those of a package that did not change are not run again. */
export const unitTests = [
  'unit tests',
  () => [
    tool(
      'turbo/bin/turbo',
      'run',
      'test',
      ...UNIT_TESTED.map((name) => `--filter=@cso/${name}`),
      '--output-logs=errors-only',
    ),
    tool('vitest/vitest.mjs', 'run', '--root', 'build'),
  ],
];

/** Runs the commands of one check until one fails: `{ passed, output, seconds }`. */
export async function runCheck(commands) {
  const begun = performance.now();
  let result = { code: 0, output: '' };
  for (const command of commands()) {
    result = await run(command);
    if (result.code !== 0) break;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return { passed: result.code === 0, output: result.output, seconds };
}
