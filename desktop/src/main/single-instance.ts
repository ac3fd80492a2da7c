import type { App } from 'electron';
import type { MainModule } from './main-module';

/** A second start brings the first window forward and hands over its command line, which may hold a cso:// link. */
export function singleInstance(options: {
  app: Pick<App, 'on'>;
  focusWindow: () => void;
  openLink: (commandLine: readonly string[]) => void;
}): MainModule {
  return {
    enable() {
      options.app.on('second-instance', (_event, commandLine) => {
        options.focusWindow();
        options.openLink(commandLine);
      });
    },
  };
}
