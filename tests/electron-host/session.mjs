import { EventEmitter } from 'node:events';
import { life } from './app.mjs';
import { fromChromium, SessionProtocol } from './protocol.mjs';
import { onlyProvided } from './records.mjs';

// Electron's permission -> what Chromium calls it.
const PERMISSIONS = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
};

/** One in-memory session: the stand-in gives every app a browser profile that is thrown away. */
class Session extends EventEmitter {
  protocol = new SessionProtocol();
  decide = { check: () => true, request: (_contents, _permission, answer) => answer(true) };

  setPermissionCheckHandler(check) {
    this.decide.check = check;
  }

  setPermissionRequestHandler(request) {
    this.decide.request = request;
  }

  setDevicePermissionHandler() {}

  /** Electron asks the app at the moment of use; Chromium wants to know before, so the app is asked up front. */
  async applyPermissions(webContents, cdp, address) {
    for (const [permission, names] of Object.entries(PERMISSIONS)) {
      const isGranted = await this.isGranted(webContents, permission, fromChromium(address));
      for (const name of names) {
        const setting = isGranted ? 'granted' : 'denied';
        await cdp.send('Browser.setPermission', {
          origin: new URL(address).origin,
          permission: { name },
          setting,
        });
      }
    }
  }

  async isGranted(webContents, permission, requestingUrl) {
    const details = { requestingUrl, isMainFrame: true };
    const { protocol: scheme, host } = new URL(requestingUrl);
    if (!this.decide.check(webContents, permission, `${scheme}//${host}/`, details)) return false;
    return new Promise((resolve) => this.decide.request(webContents, permission, resolve, details));
  }
}

const sessions = new Map();

export function getSession(partition) {
  if (!life.isReady) throw new Error('Session can only be received when app is ready');
  if (!partition || partition.startsWith('persist:')) {
    throw new Error('electron host: only in-memory sessions are provided');
  }
  if (!sessions.has(partition)) sessions.set(partition, onlyProvided('session', new Session()));
  return sessions.get(partition);
}

/** The session that answers for a scheme; null when none does. */
export const findAnswer = (scheme) =>
  [...sessions.values()].map((each) => each.protocol.answers.get(scheme)).find(Boolean) ?? null;

export const session = onlyProvided('session', { fromPartition: (partition) => getSession(partition) });
