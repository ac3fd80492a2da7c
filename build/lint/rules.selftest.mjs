// Breaks every rule once, in a temporary tree, and fails when a rule does not notice. A rule that guards nothing looks exactly
// like a rule that is kept, so this is the only way to know that the arrows still hold.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { cruise } from './cruise.mjs';
import { houseRules } from './eslint-rules.mjs';
import { plantedImports } from './planted-imports.mjs';
import { plantedUsage } from './planted-usage.mjs';
import { packages, soundTree } from './sound-tree.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const WORKSPACES = ['common/contract', 'common/client', 'common/ui'];
const { forbidden } = createRequire(import.meta.url)('./dependency-rules.cjs');

function write(root, file, text) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** The tree's workspaces keep their real package.json: a lost "source" condition has to fail here. */
function plantTree(root) {
  for (const [file, text] of Object.entries(soundTree)) write(root, file, text);
  write(
    root,
    'server/src/invitations/circle-b.ts',
    "import { a } from './circle-a.js';\nexport const b = () => a;\n",
  );
  for (const [, file, code] of [...plantedImports, ...plantedUsage]) write(root, file, code);
  for (const name of packages) {
    write(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '0.0.0', main: 'index.js' }),
    );
    write(root, `node_modules/${name}/index.js`, '');
  }
  for (const folder of WORKSPACES) {
    cpSync(path.join(REPOSITORY, folder, 'package.json'), path.join(root, folder, 'package.json'));
    mkdirSync(path.join(root, 'node_modules/@cso'), { recursive: true });
    symlinkSync(
      path.join(root, folder),
      path.join(root, 'node_modules/@cso', path.basename(folder)),
      'junction',
    );
  }
  write(root, 'common/client/dist/index.js', '');
  write(root, 'package.json', '{ "type": "module" }');
  for (const folder of ['build/lint/tsconfig.json', 'build/tsconfig']) {
    cpSync(path.join(REPOSITORY, folder), path.join(root, folder), { recursive: true });
  }
}

/** ESLint's findings as `{ rule, from }`; `rule` is null for what the linter itself reports. */
async function lint(root) {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: houseRules(root) });
  const folders = ['common', 'server', 'web', 'desktop', 'tests'];
  const results = await eslint.lintFiles(folders);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      rule: ruleId,
      from: path.relative(root, filePath).replaceAll(path.sep, '/'),
      message,
    })),
  );
}

const wasCaught =
  (findings) =>
  ([rule, file]) =>
    findings.some((finding) => finding.rule === rule && finding.from === file);

function faults(imports, usage) {
  const missed = [
    ...plantedImports.filter((planted) => !wasCaught(imports)(planted)),
    ...plantedUsage.filter((planted) => !wasCaught(usage)(planted)),
  ].map(([rule, file]) => `not caught: ${rule} in ${file}`);
  const untried = forbidden
    .filter(({ name }) => !plantedImports.some(([rule]) => rule === name))
    .map(({ name }) => `never tried: ${name} has no planted import`);
  const wrongful = [...imports, ...usage]
    .filter(({ from }) => from in soundTree)
    .map(({ rule, from, to, message }) => `wrongly reported: ${rule} in ${from} (${to ?? message})`);
  return [...missed, ...untried, ...wrongful];
}

const root = mkdtempSync(path.join(tmpdir(), 'cso-rules-'));
try {
  plantTree(root);
  const found = faults(cruise(root).violations, await lint(root));
  for (const fault of found) console.log(fault);
  const tried = plantedImports.length + plantedUsage.length;
  console.log(
    `${tried} bad files planted, ${Object.keys(soundTree).length} sound ones, ${found.length} faults in the rules`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true });
}
