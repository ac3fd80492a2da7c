// What a fresh clone needs before anything runs. Every step may be repeated and is instant when there is nothing to do.
export { ensureBuilt, ensureInstalled } from './install.mjs';
export { ensureChromium, ensureMariadb } from './system-programs.mjs';
