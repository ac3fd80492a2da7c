import { EventEmitter } from 'node:events';
import { onlyProvided } from './records.mjs';

const answers = new Map();

export const ipcMain = onlyProvided(
  'ipcMain',
  Object.assign(new EventEmitter(), {
    handle(channel, answer) {
      if (answers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      answers.set(channel, answer);
    },
    removeHandler: (channel) => void answers.delete(channel),
  }),
);

/** The answer of the app to one `ipcRenderer.invoke`, with Electron's own words for a failure. */
export async function answerInvoke(event, channel, args) {
  try {
    const answer = answers.get(channel);
    if (!answer) throw new Error(`No handler registered for '${channel}'`);
    return { ok: true, value: await answer(event, ...args) };
  } catch (error) {
    return { ok: false, value: `Error invoking remote method '${channel}': ${error}` };
  }
}
