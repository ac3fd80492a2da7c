import type { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { DesktopApi } from '../ipc/desktop-api';

const exposed = vi.hoisted(() => ({ api: {} as Record<string, unknown>, invoke: [] as unknown[][] }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const invoke = async (...args: unknown[]) => void exposed.invoke.push(args);
  return {
    ipcRenderer: Object.assign(new Emitter(), { invoke }),
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => (exposed.api[key] = api) },
  };
});

let desktop: DesktopApi;
let fromMain: EventEmitter;

beforeAll(async () => {
  await import('./preload');
  desktop = exposed.api['desktop'] as DesktopApi;
  fromMain = (await import('electron')).ipcRenderer as unknown as EventEmitter;
});

describe('window.desktop', () => {
  it('is the only thing that the page is given', () => {
    expect(Object.keys(exposed.api)).toEqual(['desktop']);
  });

  it('invokes the channel of the table with the arguments alone', async () => {
    await desktop.notices.notify('A title', 'A body');
    expect(exposed.invoke).toEqual([['notices.notify', 'A title', 'A body']]);
  });

  it('keeps the link that started the app until the page listens, and gives it once', () => {
    const link = { kind: 'threads', id: '0190f3a1-7c3e-7d2a-9b1c-2f4e5a6b7c8d' };
    fromMain.emit('app.deepLink', { sender: 'never passed on' }, link);
    const first = vi.fn();
    const second = vi.fn();
    desktop.app.onDeepLink(first);
    desktop.app.onDeepLink(second);
    expect(first).toHaveBeenCalledExactlyOnceWith(link);
    expect(second).not.toHaveBeenCalled();
  });

  it('stops telling a listener that has left', () => {
    const listener = vi.fn();
    const stop = desktop.app.onLocked(listener);
    fromMain.emit('app.locked', {});
    stop();
    fromMain.emit('app.locked', {});
    expect(listener).toHaveBeenCalledExactlyOnceWith();
  });
});
