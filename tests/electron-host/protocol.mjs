import { life } from './app.mjs';
import { onlyProvided } from './records.mjs';

// Chromium has no app:// of its own. `app://bundle/x` is `http://bundle.app.electron-host.localhost/x` there: a name
// under .localhost is a secure context, as the app's scheme is, and only the host's own proxy can answer for it.
const SUFFIX = '.electron-host.localhost';
const privileged = new Set();

/** The address that Chromium uses for one of the app's own. */
export function toChromium(address) {
  const url = URL.parse(address);
  const scheme = url?.protocol.slice(0, -1);
  if (!url || !privileged.has(scheme)) return address;
  return `http://${url.host}.${scheme}${SUFFIX}${url.pathname || '/'}${url.search}${url.hash}`;
}

/** The address that the app knows for one of Chromium's. */
export function fromChromium(address) {
  const url = URL.parse(address);
  if (!url?.hostname.endsWith(SUFFIX)) return address;
  const [host, scheme] = url.hostname.slice(0, -SUFFIX.length).split('.');
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
}

const withoutSlash = (origin) => origin.replace(/\/$/, '');

/** The same for an origin, which has no path: `app://bundle`. */
export const originFromChromium = (origin) => withoutSlash(fromChromium(origin));
export const originToChromium = (origin) => withoutSlash(toChromium(origin));

export const isAppScheme = (address) => privileged.has(URL.parse(address)?.protocol.slice(0, -1));

export const protocol = onlyProvided('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (life.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure)
        throw new Error('electron host: only standard, secure schemes');
      privileged.add(scheme);
    }
  },
});

/** `session.protocol`: the schemes that one session answers. */
export class SessionProtocol {
  answers = new Map();

  handle(scheme, answer) {
    if (this.answers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.answers.set(scheme, answer);
  }
}
