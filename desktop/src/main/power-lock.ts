import type { PowerMonitor } from 'electron';
import type { MainModule } from './main-module';

/** Locks the app when the computer sleeps or its screen is locked (security-rules 5.11). */
export function powerLock(options: { powerMonitor: Pick<PowerMonitor, 'on'>; lock: () => void }): MainModule {
  return {
    enable() {
      options.powerMonitor.on('suspend', options.lock);
      options.powerMonitor.on('lock-screen', options.lock);
    },
  };
}
