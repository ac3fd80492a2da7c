import { contextBridge, ipcRenderer } from 'electron';
import { channels, type Announcement, type Call } from '../ipc/channels';
import type { DesktopApi } from '../ipc/desktop-api';

type Listener = (...args: unknown[]) => void;

/** The listener never gets the event itself: its sender could invoke any channel. */
function announcementMethod(name: string) {
  const listeners = new Set<Listener>();
  // The page may start to listen only after a cso:// link has started the app: the last announcement waits for it.
  let missed: unknown[] | null = null;
  ipcRenderer.on(name, (_event, ...args: unknown[]) => {
    if (listeners.size === 0) missed = args;
    for (const listener of listeners) listener(...args);
  });
  return (listener: Listener) => {
    listeners.add(listener);
    if (missed) listener(...missed);
    missed = null;
    return () => void listeners.delete(listener);
  };
}

const callMethod =
  (name: string) =>
  (...args: unknown[]) =>
    ipcRenderer.invoke(name, ...args);

const method = ({ kind, name }: Call | Announcement) =>
  kind === 'call' ? callMethod(name) : announcementMethod(name);

const mapValues = <In, Out>(record: Record<string, In>, map: (value: In) => Out) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

const api = mapValues<Record<string, Call | Announcement>, unknown>(channels, (capability) =>
  mapValues(capability, method),
) as DesktopApi;

contextBridge.exposeInMainWorld('desktop', api);
