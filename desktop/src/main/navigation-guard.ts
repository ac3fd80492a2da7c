import type { App, Event, WebContents } from 'electron';
import { isAppUrl } from './app-url';
import type { MainModule } from './main-module';

const preventUnlessApp = (event: Event & { url: string }) => {
  if (!isAppUrl(event.url)) event.preventDefault();
};

/** Keeps every page on app://: no other page, no new window, no embedded browser (security-rules, Electron table). */
export function navigationGuard(options: {
  app: Pick<App, 'on'>;
  openExternal: (url: string) => Promise<void>;
}): MainModule {
  const guard = (contents: WebContents) => {
    contents.on('will-navigate', preventUnlessApp);
    contents.on('will-redirect', preventUnlessApp);
    contents.on('will-frame-navigate', preventUnlessApp);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      // A refused link stays closed: there is nobody to tell.
      options.openExternal(url).catch(() => undefined);
      return { action: 'deny' };
    });
  };
  return { enable: () => void options.app.on('web-contents-created', (_event, contents) => guard(contents)) };
}
