import type { Session } from 'electron';
import { isAppUrl } from './app-url';
import type { MainModule } from './main-module';

const ALLOWED = new Set(['clipboard-sanitized-write', 'notifications']);

const isAllowed = (permission: string, url: string | undefined) =>
  ALLOWED.has(permission) && url !== undefined && isAppUrl(url);

/** Denies camera, microphone, location, devices and downloads; files are saved through files.save only. */
export function permissions(session: Session): MainModule {
  return {
    enable() {
      session.setPermissionRequestHandler((_contents, permission, answer, details) =>
        answer(isAllowed(permission, details.requestingUrl)),
      );
      session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
      session.setDevicePermissionHandler(() => false);
      session.on('will-download', (event) => event.preventDefault());
    },
  };
}
