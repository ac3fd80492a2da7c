import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App, Dialog, IpcMain, Notification as NotificationClass } from 'electron';
import { channels } from '../ipc/channels';
import type { ExternalLinks } from './external-links';
import { handle } from './handle';
import type { MainModule } from './main-module';
import type { MainWindow } from './main-window';
import type { ServerAddress } from './server-address';
import { texts } from './texts';

interface AnswerOptions {
  ipcMain: Pick<IpcMain, 'handle'>;
  app: Pick<App, 'getVersion' | 'getPath'>;
  dialog: Pick<Dialog, 'showMessageBox' | 'showSaveDialog'>;
  Notification: typeof NotificationClass;
  server: ServerAddress;
  links: Pick<ExternalLinks, 'open'>;
  window: Pick<MainWindow, 'reload' | 'focus'>;
}

/** Answers every call of the channel table. */
export function answers(options: AnswerOptions): MainModule {
  return {
    enable() {
      const { ipcMain } = options;
      handle(ipcMain, channels.connection.getServer, () => options.server.connection);
      handle(ipcMain, channels.connection.setServer, (origin) => setServer(options, origin));
      handle(ipcMain, channels.files.save, (name, bytes) => saveFile(options, name, bytes));
      handle(ipcMain, channels.links.openExternal, (url) => options.links.open(url));
      handle(ipcMain, channels.notices.notify, (title, body) => notify(options, title, body));
      handle(ipcMain, channels.app.version, () => options.app.getVersion());
    },
  };
}

async function setServer(options: AnswerOptions, origin: string) {
  const { server, window } = options;
  // A page under attack must not be able to send its next sign-in elsewhere: the person decides, outside the page.
  const isChange = !server.connection.isManaged && server.origin !== null && server.origin !== origin;
  if (isChange && !(await confirmChange(options, origin))) return server.connection;
  server.choose(origin);
  // After the answer has left, so that the page hears it.
  setImmediate(() => window.reload());
  return server.connection;
}

async function confirmChange({ dialog }: AnswerOptions, origin: string) {
  const { message, detail, confirm, cancel } = texts.changeServer;
  const buttons = [cancel, confirm];
  const options = {
    type: 'warning',
    message: message(origin),
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
  } as const;
  const { response } = await dialog.showMessageBox({ ...options, buttons });
  return buttons[response] === confirm;
}

async function saveFile({ app, dialog }: AnswerOptions, name: string, bytes: Uint8Array) {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: path.join(app.getPath('downloads'), name),
  });
  if (canceled || !filePath) return false;
  await writeFile(filePath, bytes);
  return true;
}

function notify({ Notification, window }: AnswerOptions, title: string, body: string) {
  const notification = new Notification({ title, body });
  notification.on('click', () => window.focus());
  notification.show();
}
