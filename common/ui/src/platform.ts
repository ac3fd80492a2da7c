import { inject, type App, type InjectionKey } from 'vue';

export interface SavedFile {
  name: string;
  /** The media type, such as 'application/pdf'. */
  type: string;
  content: Blob;
}

/** What the screens ask of the place they run in: a browser tab or the desktop app. */
export interface Platform {
  /** Offers a file to keep; 'cancelled' when the person changed their mind. */
  saveFile(file: SavedFile): Promise<'saved' | 'cancelled'>;
  /** Opens a page in the browser. Refuses every address that is not of the service's own origin. */
  openExternal(url: string): Promise<void>;
  /** Shows a notice of the operating system. It may hold no personal data. */
  notify(notice: { title: string; body?: string }): Promise<void>;
  /** The version of the app, as people quote it to support. */
  version: string;
}

/** Under which a test provides a platform of its own. */
export const platformKey: InjectionKey<Platform> = Symbol('platform');

export function providePlatform(app: App, platform: Platform): void {
  app.provide(platformKey, platform);
}

/** The platform that the app provided. Throws in a component outside such an app. */
export function usePlatform(): Platform {
  const platform = inject(platformKey);
  if (!platform) throw new Error('No platform was provided to this app');
  return platform;
}
