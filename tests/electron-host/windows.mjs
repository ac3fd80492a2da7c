import { EventEmitter } from 'node:events';
import { app, life } from './app.mjs';
import { createEvent, onlyProvided } from './records.mjs';
import { WebContents } from './web-contents.mjs';

const windows = new Set();
/** The state of the window in front. */
let focused = null;
life.windows = () => [...windows];

/** Set by the browser once Chromium runs: gives a fresh page that the stand-in knows as a window's own. */
export const pages = { open: async () => undefined };

const INSECURE = { contextIsolation: false, sandbox: false, webSecurity: false, nodeIntegration: true };

function refuseInsecure(preferences) {
  for (const [name, value] of Object.entries(INSECURE)) {
    if (preferences[name] === value)
      throw new Error(`electron host: windows with ${name}=${value} are not provided`);
  }
}

class Window extends EventEmitter {
  isClosing = false;
  state = { isVisible: false, isMinimized: false, isMaximized: false, isProtected: false };

  constructor(options = {}) {
    super();
    if (!life.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600, show = true } = options;
    refuseInsecure(webPreferences);
    this.bounds = { x, y, width, height };
    this.state.isVisible = show;
    this.webContents = onlyProvided('webContents', new WebContents(webPreferences));
    this.closing = Promise.withResolvers();
    this.whenClosed = this.closing.promise;
    windows.add(this);
    this.opened = this.open();
    app.emit('web-contents-created', createEvent(), this.webContents);
  }

  async open() {
    const page = await pages.open();
    await page.setViewportSize({ width: this.bounds.width, height: this.bounds.height });
    page.on('close', () => this.forget());
    await this.webContents.attach(page);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', createEvent()));
  }

  async loadURL(address) {
    await this.opened;
    await this.webContents.load(address);
  }

  close() {
    if (this.isClosing) return;
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.isClosing = true;
    void this.opened.then(() => this.webContents.page.close());
  }

  forget() {
    if (!windows.delete(this)) return;
    this.isClosing = true;
    this.emit('closed', createEvent());
    this.closing.resolve();
    if (windows.size > 0 || life.isQuitting) return;
    if (app.listenerCount('window-all-closed') === 0) app.quit();
    else app.emit('window-all-closed');
  }

  show() {
    this.state.isVisible = true;
  }
  focus() {
    focused = this.state;
    this.emit('focus', createEvent());
  }
  minimize() {
    this.state.isMinimized = true;
    if (focused === this.state) focused = null;
  }
  restore() {
    this.state.isMinimized = false;
  }
  maximize() {
    this.state.isMaximized = true;
  }
  setBounds(bounds) {
    Object.assign(this.bounds, bounds);
  }
  setContentProtection(isOn) {
    this.state.isProtected = isOn;
  }
  isVisible() {
    return this.state.isVisible;
  }
  isFocused() {
    return focused === this.state;
  }
  isMinimized() {
    return this.state.isMinimized;
  }
  isMaximized() {
    return this.state.isMaximized;
  }
  isContentProtected() {
    return this.state.isProtected;
  }
  getNormalBounds() {
    return { ...this.bounds };
  }
  getBounds() {
    return { ...this.bounds };
  }
}

/** A constructor whose windows say which member they lack. */
export const BrowserWindow = new Proxy(Window, {
  construct: (target, args) => onlyProvided('BrowserWindow', new target(...args)),
  get(target, name) {
    if (name === 'getAllWindows') return () => [...windows];
    return Reflect.get(target, name);
  },
});
