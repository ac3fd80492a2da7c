import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type * as z from 'zod';
import type { Announcement } from '../ipc/channels';
import { APP_ORIGIN } from './app-url';
import type { SettingsFile, WindowPlace } from './settings-file';
import { texts } from './texts';
import { visiblePlace } from './window-place';

interface WindowOptions {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  webPreferences: BrowserWindowConstructorOptions['webPreferences'];
  settings: Pick<SettingsFile, 'read' | 'save'>;
  screenAreas: () => Rectangle[];
  allowScreenshots: boolean;
}

/** The one window of the app. */
export class MainWindow {
  isLoaded = false;
  private window: BrowserWindow | null = null;

  constructor(private readonly options: WindowOptions) {}

  /** Opens the window, or brings it forward. `onLoaded` is called each time its page has loaded. */
  open(onLoaded: () => void) {
    if (this.window) return this.focus();
    const place = visiblePlace(this.options.settings.read().window, this.options.screenAreas());
    const window = this.create(place);
    this.window = window;
    window.once('ready-to-show', () => window.show());
    window.on('close', () => this.options.settings.save({ window: placeOf(window) }));
    window.on('closed', () => this.forget());
    window.webContents.on('did-start-loading', () => (this.isLoaded = false));
    window.webContents.on('did-finish-load', () => {
      this.isLoaded = true;
      onLoaded();
    });
    void window.loadURL(`${APP_ORIGIN}/`);
  }

  focus() {
    if (!this.window) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Loads the page anew, under a new content security policy; what it kept in memory is gone. */
  reload() {
    this.window?.webContents.reload();
  }

  send<Args extends z.ZodTuple>(announcement: Announcement<Args>, ...args: z.input<Args>) {
    this.window?.webContents.send(announcement.name, ...announcement.args.parse(args));
  }

  private create(place: WindowPlace | null) {
    const { create, webPreferences, allowScreenshots } = this.options;
    const { isMaximized, ...bounds } = place ?? { width: 1280, height: 800, isMaximized: false };
    const window = create({
      ...bounds,
      minWidth: 800,
      minHeight: 600,
      show: false,
      title: texts.appName,
      webPreferences,
    });
    // Case records stay out of screenshots and shared screens unless the organisation relaxes it.
    window.setContentProtection(!allowScreenshots);
    if (isMaximized) window.maximize();
    return window;
  }

  private forget() {
    this.window = null;
    this.isLoaded = false;
  }
}

const placeOf = (window: BrowserWindow) => ({
  ...window.getNormalBounds(),
  isMaximized: window.isMaximized(),
});
