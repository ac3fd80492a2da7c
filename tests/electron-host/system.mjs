import { EventEmitter } from 'node:events';
import { onlyProvided, record } from './records.mjs';

const unanswered = (name) => async () => {
  throw new Error(`electron host: dialog.${name} was not answered; replace it from the test (evaluate)`);
};

/** A test answers a dialog by replacing its method. */
export const dialog = onlyProvided('dialog', {
  showMessageBox: unanswered('showMessageBox'),
  showSaveDialog: unanswered('showSaveDialog'),
  showErrorBox(title, content) {
    record('error-box', { title, content });
    process.stderr.write(`${title}: ${content}\n`);
  },
});

export const shell = onlyProvided('shell', {
  openExternal: async (url) => record('open-external', { url }),
});

export class Notification extends EventEmitter {
  constructor({ title, body }) {
    super();
    Object.assign(this, { title, body });
  }
  show() {
    record('notification', { title: this.title, body: this.body });
  }
}

export const Menu = onlyProvided('Menu', {
  buildFromTemplate: (items) => ({ items }),
  setApplicationMenu(menu) {
    record('menu', { labels: menu.items.map((item) => item.label ?? item.role) });
  },
});

export const powerMonitor = onlyProvided('powerMonitor', new EventEmitter());

const area = { x: 0, y: 0, width: 1920, height: 1080 };
export const screen = onlyProvided('screen', {
  getAllDisplays: () => [{ id: 1, workArea: area, bounds: area }],
});
