// Prints each import that breaks an arrow of the house; exit code 1 when there is one.
import { createRequire } from 'node:module';
import { cruise } from './cruise.mjs';

const { forbidden } = createRequire(import.meta.url)('./dependency-rules.cjs');
const why = new Map(forbidden.map(({ name, comment }) => [name, comment]));

const { violations, totalCruised } = cruise(process.cwd());
for (const { rule, from, to } of violations) {
  console.log(`${from} -> ${to}\n    ${rule}: ${why.get(rule)}`);
}
console.log(`${totalCruised} modules, ${violations.length} forbidden imports`);
process.exitCode = violations.length > 0 ? 1 : 0;
