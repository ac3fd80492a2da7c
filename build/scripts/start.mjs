// npm start: the newcomer's command. Installs, builds, runs the demo and opens the caseworker app where that is possible.
import { Failure, main, quit, say, start, stopOnSignals, whenLost } from './commands.mjs';
import { listDemoPeople, origin, refuseTakenPort, serverFailure, startDemoServer } from './demo-server.mjs';
import { caseworkerApp, findElectron, hasDisplay, HOW_TO_GET_ELECTRON } from './electron-app.mjs';
import { ensureBuilt, ensureInstalled } from './setup.mjs';
import { demoTable } from './table.mjs';

function refuseProduction() {
  if ((process.env.APP_MODE ?? 'demo') === 'demo') return;
  throw new Failure(
    'npm start runs the demo. For APP_MODE=production build with npm run build, then npm run server.',
  );
}

/** Opens the caseworker app where it can; says in any case how to open it. */
function openCaseworkerApp(electron) {
  if (!electron) return `${HOW_TO_GET_ELECTRON} and then: npm run desktop`;
  if (!hasDisplay()) return 'npm run desktop (there is no display here, so it was not opened)';
  start(caseworkerApp(electron), { env: { CSO_SERVER_URL: origin }, stdio: 'ignore' });
  return 'open in its own window; again with: npm run desktop';
}

stopOnSignals({ farewell: '\nStopping ...', exitCode: 0 });
await main(async () => {
  refuseProduction();
  await refuseTakenPort();
  await ensureInstalled();
  await ensureBuilt();
  say('Starting the demo ...');
  const server = await startDemoServer();
  const people = await listDemoPeople();
  say(demoTable({ origin, people, caseworkerApp: openCaseworkerApp(findElectron()) }));
  whenLost(server, () => {
    console.error(serverFailure('The server stopped.').message);
    void quit(1);
  });
});
