import 'reflect-metadata';
import { Clock } from './clock/clock.js';
import { InvalidSettings, readSettings } from './config/read-settings.js';
import { environment } from './config/environment.js';
import { createServer } from './app/create-server.js';
import { Log } from './log/log.js';

const clock = new Clock();
const log = new Log(clock);

async function start(): Promise<void> {
  const settings = readSettings(environment());
  const app = await createServer(settings, clock, log);
  app.enableShutdownHooks();
  await app.listen(settings.port, settings.host);
  log.info('server.listening', { port: settings.port, mode: settings.mode });
}

start().catch((error: unknown) => {
  if (error instanceof InvalidSettings) {
    for (const { setting, reason } of error.problems) log.warn('setting.refused', { setting, reason });
  } else log.error('server.failed', error);
  process.exitCode = 1;
});
