import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../ipc/channels';
import { MainWindow } from './main-window';

const place = { x: 10, y: 20, width: 1200, height: 700 };
const settings = { read: vi.fn(() => ({ serverOrigin: null, window: null })), save: vi.fn() };

function fakeWindow() {
  const webContents = Object.assign(new EventEmitter(), { send: vi.fn(), reload: vi.fn() });
  const methods = {
    show: vi.fn(),
    focus: vi.fn(),
    restore: vi.fn(),
    maximize: vi.fn(),
    loadURL: vi.fn(async () => undefined),
    setContentProtection: vi.fn(),
    isMinimized: () => true,
    isMaximized: () => false,
    getNormalBounds: () => place,
  };
  return Object.assign(new EventEmitter(), methods, { webContents });
}

let fake: ReturnType<typeof fakeWindow>;
const create = vi.fn((_options: object) => fake as unknown as BrowserWindow);
const createMainWindow = (allowScreenshots = false) =>
  new MainWindow({ create, webPreferences: {}, settings, screenAreas: () => [], allowScreenshots });

beforeEach(() => {
  vi.clearAllMocks();
  fake = fakeWindow();
});

describe('the window', () => {
  it('keeps case records out of screenshots unless the organisation allows them', () => {
    createMainWindow().open(() => undefined);
    expect(fake.setContentProtection).toHaveBeenLastCalledWith(true);
    createMainWindow(true).open(() => undefined);
    expect(fake.setContentProtection).toHaveBeenLastCalledWith(false);
  });

  it('loads the app and shows itself once there is something to see', () => {
    createMainWindow().open(() => undefined);
    expect(fake.loadURL).toHaveBeenCalledExactlyOnceWith('app://bundle/');
    expect(fake.show).not.toHaveBeenCalled();
    fake.emit('ready-to-show');
    expect(fake.show).toHaveBeenCalled();
  });

  it('remembers its place when it closes', () => {
    createMainWindow().open(() => undefined);
    fake.emit('close');
    expect(settings.save).toHaveBeenCalledExactlyOnceWith({ window: { ...place, isMaximized: false } });
  });

  it('says when its page has loaded, and that it has not while it loads anew', () => {
    const window = createMainWindow();
    const onLoaded = vi.fn();
    window.open(onLoaded);
    fake.webContents.emit('did-finish-load');
    expect(window.isLoaded).toBe(true);
    expect(onLoaded).toHaveBeenCalledOnce();
    fake.webContents.emit('did-start-loading');
    expect(window.isLoaded).toBe(false);
  });

  it('is opened once and then brought forward', () => {
    const window = createMainWindow();
    window.open(() => undefined);
    window.open(() => undefined);
    expect(create).toHaveBeenCalledOnce();
    expect(fake.restore).toHaveBeenCalled();
    expect(fake.focus).toHaveBeenCalled();
  });

  it('checks what it tells the page, and tells nobody when it is closed', () => {
    const window = createMainWindow();
    window.send(channels.app.onLocked);
    window.open(() => undefined);
    window.send(channels.app.onLocked);
    expect(fake.webContents.send).toHaveBeenCalledExactlyOnceWith('app.locked');
    const badLink = { kind: 'threads', id: 'not an id' } as const;
    expect(() => window.send(channels.app.onDeepLink, badLink)).toThrow();
  });
});
