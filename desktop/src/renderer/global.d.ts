import type { DesktopApi } from '../ipc/desktop-api';

declare global {
  interface Window {
    /** Given by the preload; absent in the browser preview. Only the renderer's platform file may read it. */
    readonly desktop?: DesktopApi;
  }
}
