import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../ipc/channels';
import { answers } from './answers';
import { ServerAddress } from './server-address';
import type { Settings } from './settings-file';

type Answer = (event: object, ...args: unknown[]) => Promise<unknown>;
const registered = new Map<string, Answer>();
const fromApp = { senderFrame: { url: 'app://bundle/', parent: null } };
const ask = (channel: string, ...args: unknown[]) => registered.get(channel)!(fromApp, ...args);

let saved: Settings;
const settings = {
  read: () => saved,
  save: (changes: Partial<Settings>) => void (saved = { ...saved, ...changes }),
};
const dialog = { showMessageBox: vi.fn(), showSaveDialog: vi.fn() };
const window = { reload: vi.fn(), focus: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  registered.clear();
  saved = { serverOrigin: null, window: null };
  const ipcMain = { handle: (channel: string, answer: Answer) => void registered.set(channel, answer) };
  answers({
    ipcMain: ipcMain as never,
    app: { getVersion: () => '1.2.3', getPath: () => '/downloads' },
    dialog,
    Notification: vi.fn() as never,
    server: new ServerAddress(null, settings),
    links: { open: vi.fn() },
    window,
  }).enable();
});

it('answers every call of the table', () => {
  const all = Object.values(channels).flatMap((methods) => Object.values(methods));
  const calls = all.filter((channel) => channel.kind === 'call').map((channel) => channel.name);
  expect([...registered.keys()]).toEqual(calls);
});

describe('the server', () => {
  it('is set the first time without a question, and the window loads anew', async () => {
    expect(await ask('connection.setServer', 'https://cso.example.org')).toEqual({
      origin: 'https://cso.example.org',
      isManaged: false,
    });
    await vi.waitFor(() => expect(window.reload).toHaveBeenCalledOnce());
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it.each([
    ['kept', 0, 'https://cso.example.org'],
    ['changed', 1, 'https://other.example'],
  ])('is %s as the person answers outside the page', async (_word, response, origin) => {
    saved.serverOrigin = 'https://cso.example.org';
    dialog.showMessageBox.mockResolvedValue({ response });
    expect(await ask('connection.setServer', 'https://other.example')).toEqual({ origin, isManaged: false });
    expect(saved.serverOrigin).toBe(origin);
  });
});

describe('a file', () => {
  it('is written where the person says', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'saved-'));
    const filePath = path.join(folder, 'letter.pdf');
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath });
    expect(await ask('files.save', 'letter.pdf', new Uint8Array([1, 2]))).toBe(true);
    expect([...readFileSync(filePath)]).toEqual([1, 2]);
    rmSync(folder, { recursive: true });
  });

  it('is not written when they cancel', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await ask('files.save', 'letter.pdf', new Uint8Array([1, 2]))).toBe(false);
  });
});
