import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type * as z from 'zod';
import type { Call } from '../ipc/channels';
import { isAppUrl } from './app-url';

class CallRefused extends Error {
  constructor(channel: string, reason: 'untrusted sender' | 'bad arguments') {
    super(`${channel}: ${reason}`);
  }
}

/** Only the top frame of a page of this app may call. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent) {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

/** Answers a call of the renderer. The sender, the arguments and the result are checked here, for every channel. */
export function handle<Args extends z.ZodTuple, Result extends z.ZodType>(
  ipcMain: Pick<IpcMain, 'handle'>,
  channel: Call<Args, Result>,
  answer: (...args: z.output<Args>) => z.input<Result> | Promise<z.input<Result>>,
) {
  ipcMain.handle(channel.name, async (event, ...input: unknown[]) => {
    if (!isTrusted(event)) throw new CallRefused(channel.name, 'untrusted sender');
    const args = channel.args.safeParse(input);
    // The reason names no value: it may be case text.
    if (!args.success) throw new CallRefused(channel.name, 'bad arguments');
    return channel.result.parse(await answer(...args.data));
  });
}
