import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEvent, onlyProvided, record } from './records.mjs';
import { takeInstanceLock } from './instance-lock.mjs';

const appDir = process.env.ELECTRON_HOST_APP ?? process.cwd();
const userData =
  process.env.ELECTRON_HOST_USER_DATA ?? fs.mkdtempSync(path.join(os.tmpdir(), 'electron-host-'));
const manifest = JSON.parse(fs.readFileSync(path.join(appDir, 'package.json'), 'utf8'));
const paths = {
  userData,
  temp: os.tmpdir(),
  home: os.homedir(),
  downloads: path.join(userData, 'Downloads'),
};

/** What the rest of the stand-in needs to know of the app's life. */
export const life = {
  isReady: false,
  isQuitting: false,
  /** Set by the browser: the windows that must go, and what to shut down at the end. */
  windows: () => [],
  shutDown: async () => undefined,
};
const readiness = Promise.withResolvers();
let handover = Promise.resolve();

export const app = onlyProvided(
  'app',
  Object.assign(new EventEmitter(), {
    isPackaged: false,
    getName: () => manifest.productName,
    getVersion: () => manifest.version,
    getAppPath: () => appDir,
    getLocale: () => 'en-GB',
    getPath(name) {
      if (!(name in paths)) throw new Error(`Failed to get '${name}' path`);
      return paths[name];
    },
    isReady: () => life.isReady,
    whenReady: () => readiness.promise,
    enableSandbox: () => undefined,
    setAsDefaultProtocolClient(scheme) {
      record('default-protocol-client', { scheme });
      return true;
    },
    requestSingleInstanceLock() {
      const lock = takeInstanceLock(userData, (commandLine, cwd) =>
        app.emit('second-instance', createEvent(), commandLine, cwd, null),
      );
      handover = lock.handover;
      return lock.isFirst;
    },
    quit,
    exit: (code = 0) => void finish(code),
  }),
);

function quit() {
  if (life.isQuitting) return;
  const event = createEvent();
  app.emit('before-quit', event);
  if (event.defaultPrevented) return;
  life.isQuitting = true;
  for (const window of life.windows()) {
    window.close();
    if (!window.isClosing) {
      life.isQuitting = false;
      return;
    }
  }
  void finish(0, true);
}

async function finish(code, isAnnounced = false) {
  await Promise.all(life.windows().map((window) => window.whenClosed));
  if (isAnnounced) app.emit('will-quit', createEvent());
  app.emit('quit', createEvent(), code);
  await handover;
  await life.shutDown();
  process.exit(code);
}

export function becomeReady() {
  life.isReady = true;
  app.emit('ready', createEvent(), {});
  readiness.resolve();
}
