// node run.mjs <main entry> [arguments]: what the `electron` program is in a real installation.
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady, life } from './app.mjs';
import { startBrowser } from './browser.mjs';
import { createCodec } from './codec.mjs';
import * as electron from './electron.mjs';

const LOAD_MS = 10_000;
const codec = createCodec();

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: new URL('./electron.mjs', import.meta.url).href, shortCircuit: true }
      : next(name, context),
});

/** Runs a function of the test with Electron's modules, as Playwright's ElectronApplication.evaluate does. */
async function evaluate({ key, source, arg }) {
  try {
    const fn = (0, eval)(`(${source})`);
    process.send({
      kind: 'result',
      key,
      ok: true,
      value: codec.encode(await fn(electron, codec.decode(arg))),
    });
  } catch (error) {
    process.send({ kind: 'result', key, ok: false, value: String(error?.stack ?? error) });
  }
}

/** Electron is ready only after the entry module has finished: a top-level await of app.whenReady() never returns. */
async function loadEntry(entry) {
  const tooLate = setTimeout(() => {
    process.stderr.write(
      'electron host: the main module has not finished loading; does it await app.whenReady()?\n',
    );
    process.exit(71);
  }, LOAD_MS);
  await import(pathToFileURL(entry).href);
  clearTimeout(tooLate);
}

process.versions.electron = process.env.ELECTRON_HOST_VERSION ?? '45.0.0';
process.on('message', (message) => void evaluate(message));
process.on('disconnect', () => app.exit(0));
process.once('SIGTERM', () => app.quit());

const entry = path.resolve(process.argv[2]);
process.argv.splice(1, 2, entry);
await loadEntry(entry);
if (!life.isQuitting) {
  const devTools = await startBrowser();
  process.send?.({ kind: 'ready', devTools });
  becomeReady();
}
