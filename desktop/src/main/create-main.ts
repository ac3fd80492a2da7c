import path from 'node:path';
import type { Session } from 'electron';
import { channels } from '../ipc/channels';
import { answers } from './answers';
import { appProtocol, appScheme } from './app-protocol';
import { DeepLinks } from './deep-links';
import { ExternalLinks } from './external-links';
import type { MainModule } from './main-module';
import { MainWindow } from './main-window';
import { menu } from './menu';
import { navigationGuard } from './navigation-guard';
import { permissions } from './permissions';
import type { Policy } from './policy';
import { powerLock } from './power-lock';
import { findManagedOrigin, ServerAddress } from './server-address';
import { SettingsFile } from './settings-file';
import { singleInstance } from './single-instance';
import { webPreferences } from './web-preferences';

// Without the prefix `persist:` Chromium keeps cookies, storage and cache of the page in memory only.
const PARTITION = 'caseworker';

// As in electron-builder.config.cjs: Windows shows notifications only of an app that it knows by this name.
const APP_ID = 'org.childrens-services-online.caseworker';

type Electron = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
>;

interface MainOptions {
  electron: Electron;
  paths: { renderer: string; preload: string };
  policy: Policy;
  commandLine: readonly string[];
  environmentUrl: string | undefined;
  platform: string;
}

/** Puts the main process together. Returns at once: Electron is ready only after the entry module has finished. */
export function createMain(options: MainOptions) {
  const { app } = options.electron;
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) return app.quit();
  const parts = createParts(options);
  enableAll(modulesBeforeReady(options, parts));
  void app.whenReady().then(() => start(options, parts));
}

type Parts = ReturnType<typeof createParts>;

function createParts({ electron, paths, policy, ...launch }: MainOptions) {
  const { app, BrowserWindow, screen, shell } = electron;
  const settings = new SettingsFile(path.join(app.getPath('userData'), 'settings.json'));
  const server = new ServerAddress(findManagedOrigin({ policyUrl: policy.ServerUrl, ...launch }), settings);
  const links = new ExternalLinks(shell, () => server.origin);
  const window = new MainWindow({
    create: (windowOptions) => new BrowserWindow(windowOptions),
    webPreferences: webPreferences({
      preload: paths.preload,
      partition: PARTITION,
      isPackaged: app.isPackaged,
    }),
    settings,
    screenAreas: () => screen.getAllDisplays().map((display) => display.workArea),
    allowScreenshots: policy.AllowScreenshots ?? false,
  });
  return { server, links, window, deepLinks: new DeepLinks(window) };
}

function modulesBeforeReady({ electron, platform }: MainOptions, parts: Parts): MainModule[] {
  const { app, protocol } = electron;
  const { deepLinks, links, window } = parts;
  return [
    appScheme(protocol),
    navigationGuard({ app, openExternal: (url) => links.open(url) }),
    singleInstance({
      app,
      focusWindow: () => window.focus(),
      openLink: (commandLine) => deepLinks.openFrom(commandLine),
    }),
    appLifecycle({ app, platform }, parts),
  ];
}

/** macOS keeps an app without windows, and hands over links by an event of its own. */
function appLifecycle(
  { app, platform }: { app: Electron['app']; platform: string },
  parts: Parts,
): MainModule {
  const { deepLinks, window } = parts;
  return {
    enable() {
      app.on('window-all-closed', () => platform !== 'darwin' && app.quit());
      app.on('activate', () => app.isReady() && window.open(() => deepLinks.deliver()));
      app.on('open-url', (event, url) => {
        event.preventDefault();
        deepLinks.openFrom([url]);
      });
    },
  };
}

function start(options: MainOptions, parts: Parts) {
  const { app, session } = options.electron;
  enableAll(modulesWhenReady(options, parts, session.fromPartition(PARTITION, { cache: false })));
  // Only an installed app owns cso:// links; a developer's copy must not take them over.
  if (app.isPackaged) app.setAsDefaultProtocolClient('cso');
  if (options.platform === 'win32') app.setAppUserModelId(APP_ID);
  parts.deepLinks.openFrom(options.commandLine);
  parts.window.open(() => parts.deepLinks.deliver());
}

function modulesWhenReady(
  { electron, paths, platform }: MainOptions,
  parts: Parts,
  session: Session,
): MainModule[] {
  const { server, window } = parts;
  const { protocol } = session;
  return [
    permissions(session),
    appProtocol({ protocol, folder: paths.renderer, serverOrigin: () => server.origin }),
    powerLock({ powerMonitor: electron.powerMonitor, lock: () => window.send(channels.app.onLocked) }),
    menu(electron.Menu, platform),
    answers({ ...electron, ...parts }),
  ];
}

const enableAll = (modules: MainModule[]) => modules.forEach((module) => module.enable());
