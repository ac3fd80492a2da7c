// npm run desktop: opens the built caseworker app with the real Electron program.
import { Failure, main, run, stopOnSignals } from './commands.mjs';
import { caseworkerApp, findElectron, hasDisplay, HOW_TO_GET_ELECTRON } from './electron-app.mjs';
import { ensureBuilt, ensureInstalled } from './setup.mjs';

stopOnSignals();
await main(async () => {
  await ensureInstalled();
  const electron = findElectron();
  if (!electron) throw new Failure(HOW_TO_GET_ELECTRON);
  if (!hasDisplay()) throw new Failure('There is no display here to open the caseworker app on.');
  await ensureBuilt();
  const { code } = await run(caseworkerApp(electron), { stdio: 'inherit' });
  process.exitCode = code;
});
