// Every package that ships has a licence that the product's own MIT licence can live with. Read from the lockfile.
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT-0',
  '0BSD',
  'BlueOak-1.0.0',
]);

/** Looked at by hand. Each entry says what was found where package.json does not. */
const REVIEWED = {
  argparse: 'Python-2.0, a permissive licence; comes with js-yaml',
  'passport-strategy': 'MIT in its LICENSE file; package.json uses the old "licenses" list',
  pause: 'MIT in its Readme; package.json names none',
};

/** The desktop bundle is built from devDependencies; these of them stay on the builder's machine. */
const DESKTOP_TOOLS =
  /^(electron-builder|electron-vite|vite|happy-dom|sass-embedded|@vitejs\/.*|@testing-library\/.*)$/;

/** Reads an SPDX expression such as `(Apache-2.0 AND BSD-3-Clause)` or `MIT OR GPL-3.0`. */
export function isAllowed(expression) {
  const bare = expression?.replace(/[()]/g, '').trim();
  if (!bare) return false;
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((licence) => ALLOWED.has(licence.trim()));
}

/** Where Node would find `name` from the package at `from`: the nearest node_modules upwards. */
function resolve(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[place]) return packages[place].link ? packages[place].resolved : place;
    if (!folder) return null;
  }
}

function shippedBy(place, { dependencies, optionalDependencies, devDependencies }) {
  const bundled = Object.keys(place === 'desktop' ? (devDependencies ?? {}) : {});
  return [
    ...Object.keys({ ...dependencies, ...optionalDependencies }),
    ...bundled.filter((name) => !DESKTOP_TOOLS.test(name)),
  ];
}

/** Every place in the lockfile that ships with the server, the portal or the desktop app. */
export function shippedPackages(packages) {
  const seen = new Set();
  const waiting = ['server', 'web', 'desktop'];
  while (waiting.length > 0) {
    const place = waiting.pop();
    if (seen.has(place)) continue;
    seen.add(place);
    const needed = shippedBy(place, packages[place]).map((name) => resolve(packages, place, name));
    waiting.push(...needed.filter(Boolean));
  }
  return [...seen].filter((place) => place.includes('node_modules/'));
}

export function refusedLicences(packages) {
  return shippedPackages(packages)
    .map((place) => ({ name: place.split('node_modules/').pop(), licence: packages[place].license }))
    .filter(({ name, licence }) => !isAllowed(licence) && !(name in REVIEWED));
}

if (process.argv[1] === import.meta.filename) {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const refused = refusedLicences(packages);
  for (const { name, licence } of refused) console.log(`${name}: ${licence ?? 'no licence named'}`);
  console.log(
    `${shippedPackages(packages).length} packages ship, ${refused.length} with a licence to look at`,
  );
  process.exitCode = refused.length > 0 ? 1 : 0;
}
