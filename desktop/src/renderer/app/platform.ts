import type { Platform } from '@cso/ui';
import { inject, type App, type InjectionKey } from 'vue';
import type { DeepLink } from '../../ipc/deep-link';
import type { DesktopApi } from '../../ipc/desktop-api';
import type { ServerConnection } from '../../ipc/server-connection';

/** What the caseworker app asks of the computer beyond what both clients need. */
export interface DesktopPlatform extends Platform {
  /** In a browser the app is a preview and says so. */
  readonly isPreview: boolean;
  /** The server in use; the preview's is always the one that the page came from. */
  readonly server: ServerConnection;
  /** Asks the computer to use another server; the window loads anew under it. */
  chooseServer(origin: string): Promise<ServerConnection>;
  /** The computer sleeps or its screen was locked. */
  onLocked(listener: () => void): void;
  onDeepLink(listener: (link: DeepLink) => void): void;
}

async function electronPlatform(desktop: DesktopApi): Promise<DesktopPlatform> {
  return {
    isPreview: false,
    server: await desktop.connection.getServer(),
    version: await desktop.app.version(),
    chooseServer: (origin) => desktop.connection.setServer(origin),
    saveFile: async ({ name, content }) =>
      (await desktop.files.save(name, new Uint8Array(await content.arrayBuffer()))) ? 'saved' : 'cancelled',
    openExternal: (url) => desktop.links.openExternal(url),
    notify: ({ title, body }) => desktop.notices.notify(title, body ?? ''),
    onLocked: (listener) => void desktop.app.onLocked(listener),
    onDeepLink: (listener) => void desktop.app.onDeepLink(listener),
  };
}

function browserPlatform(): DesktopPlatform {
  const server: ServerConnection = { origin: '', isManaged: true };
  return {
    isPreview: true,
    server,
    version: 'preview',
    chooseServer: async () => server,
    saveFile: async ({ name, content }) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      return 'saved';
    },
    openExternal: async (url) => {
      if (new URL(url, window.location.href).origin !== window.location.origin)
        throw new Error('Not of this service');
      window.open(url, '_blank', 'noopener');
    },
    // A page has no place of its own among the computer's notifications.
    notify: async () => undefined,
    onLocked: () => undefined,
    onDeepLink: () => undefined,
  };
}

/** The computer under the app: Electron's bridge, or an ordinary browser for the preview. */
export async function createPlatform(): Promise<DesktopPlatform> {
  return window.desktop ? electronPlatform(window.desktop) : browserPlatform();
}

export const desktopPlatformKey: InjectionKey<DesktopPlatform> = Symbol('desktop platform');

export function provideDesktopPlatform(app: App, platform: DesktopPlatform): void {
  app.provide(desktopPlatformKey, platform);
}

export function useDesktopPlatform(): DesktopPlatform {
  const platform = inject(desktopPlatformKey);
  if (!platform) throw new Error('useDesktopPlatform: no platform was provided');
  return platform;
}
