// node run-server.mjs: one real server, built as it ships, whose clock the test moves by messages. Its settings come in
// the environment, as everywhere. It ends with the test that started it.
import 'reflect-metadata';

/** The built server is a program here, found by its place in the tree. */
const built = (file) => import(new URL(`../../server/dist/${file}`, import.meta.url).href);

const intervals = new Map();
const { setInterval: startInterval, clearInterval: stopInterval } = globalThis;

/** Remembers what the server does again and again, so that moving the clock brings it on as the passing of time would. */
function rememberIntervals() {
  globalThis.setInterval = (work, period, ...rest) => {
    const timer = startInterval(work, period, ...rest);
    intervals.set(timer, { work: () => work(...rest), period });
    return timer;
  };
  globalThis.clearInterval = (timer) => {
    intervals.delete(timer);
    stopInterval(timer);
  };
}

function runDueBy(ms) {
  for (const { work, period } of [...intervals.values()]) if (period <= ms) work();
}

rememberIntervals();
const { Clock } = await built('clock/clock.js');

class MovedClock extends Clock {
  offset = 0;

  now() {
    return new Date(super.now().getTime() + this.offset);
  }

  elapsed() {
    return super.elapsed() + this.offset;
  }
}

const [{ readSettings }, { createServer }, { Log }] = await Promise.all(
  ['config/read-settings.js', 'app/create-server.js', 'log/log.js'].map(built),
);
const clock = new MovedClock();
const settings = readSettings(process.env);
const app = await createServer(settings, clock, new Log(clock));
await app.listen(settings.port, settings.host);

process.on('message', ({ advanceMs }) => {
  clock.offset += advanceMs;
  runDueBy(advanceMs);
  process.send({ kind: 'advanced' });
});
process.on('disconnect', () => process.exit(0));
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.send({ kind: 'ready' });
