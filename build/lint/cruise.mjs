import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DEPCRUISE = fileURLToPath(
  new URL('../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', import.meta.url),
);
const RULES = fileURLToPath(new URL('dependency-rules.cjs', import.meta.url));
const SOURCES = [
  'common/contract/src',
  'common/client/src',
  'common/ui/src',
  'server/src',
  'web/src',
  'desktop/src',
  'tests',
  'build',
];

/** Cruises the tree at `root` and gives every violation as `{ rule, from, to }`, with the number of modules seen. */
export function cruise(root) {
  const present = SOURCES.filter((folder) => existsSync(path.join(root, folder)));
  const report = runDepcruise(root, ['--config', RULES, '--output-type', 'json', ...present]);
  const { violations, totalCruised } = JSON.parse(report).summary;
  return {
    totalCruised,
    violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function runDepcruise(cwd, args) {
  const options = { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] };
  try {
    return execFileSync(process.execPath, [DEPCRUISE, ...args], options);
  } catch (failure) {
    // With violations found it exits with their number and prints the report all the same.
    if (failure.stdout?.startsWith('{')) return failure.stdout;
    throw new Error(`dependency-cruiser could not run:\n${failure.stdout}${failure.stderr}`, {
      cause: failure,
    });
  }
}
