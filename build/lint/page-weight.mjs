// What a carer's phone has to fetch before the first page shows (performance: To reach). Reads the built portal.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KILOBYTE = 1024;
const BUDGET = { js: 110, css: 20 };

const dist = new URL('../../web/dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');

/** Gzipped kilobytes of every file with this ending that the page names itself. */
function weightOf(ending) {
  const files = [...page.matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${ending})"`, 'g'))].map(
    ([, file]) => file,
  );
  const bytes = files.map((file) => gzipSync(readFileSync(new URL(file, dist))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
}

for (const [ending, budget] of Object.entries(BUDGET)) {
  const weight = weightOf(ending);
  console.log(`${ending}: ${weight.toFixed(1)} KB of ${budget} KB gzipped`);
  // Nothing found is a page that has changed its shape, not a page without weight.
  if (weight === 0 || weight > budget) process.exitCode = 1;
}
if (/(?:src|href)="https?:/.test(page)) {
  console.log('The page asks another site for something.');
  process.exitCode = 1;
}
