import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../ipc/channels';
import { handle } from './handle';

type Answer = (event: object, ...args: unknown[]) => Promise<unknown>;
let invoke: Answer;
const ipcMain = { handle: (_channel: string, answer: Answer) => void (invoke = answer) };
const fromApp = { senderFrame: { url: 'app://bundle/', parent: null } };
const notify = vi.fn();

beforeEach(() => {
  notify.mockReset();
  handle(ipcMain as never, channels.notices.notify, notify);
});

describe('a call from the page', () => {
  it('is answered with its parsed arguments', async () => {
    await invoke(fromApp, 'A title', 'A body');
    expect(notify).toHaveBeenCalledExactlyOnceWith('A title', 'A body');
  });

  it.each([
    ['another site', { url: 'https://evil.example/', parent: null }],
    ['a host that only looks alike', { url: 'app://bundle.evil/', parent: null }],
    ['a frame inside the app', { url: 'app://bundle/', parent: {} }],
    ['a frame that has gone', null],
  ])('is refused from %s', async (_who, senderFrame) => {
    await expect(invoke({ senderFrame }, 'A title', 'A body')).rejects.toThrow(
      'notices.notify: untrusted sender',
    );
    expect(notify).not.toHaveBeenCalled();
  });

  it.each([[[]], [['A title']], [['A title', 7]], [['A title', 'A body', 'more']], [[{}, {}]]])(
    'is refused with the arguments %j, which are not repeated',
    async (args) => {
      await expect(invoke(fromApp, ...args)).rejects.toThrow(/^notices\.notify: bad arguments$/);
      expect(notify).not.toHaveBeenCalled();
    },
  );

  it('fails when the answer is not what the table says', async () => {
    handle(ipcMain as never, channels.app.version, () => 7 as unknown as string);
    await expect(invoke(fromApp)).rejects.toThrow();
  });
});
