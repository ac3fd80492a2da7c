import type { Menu, MenuItemConstructorOptions } from 'electron';
import type { MainModule } from './main-module';
import { texts } from './texts';

const template = (isMac: boolean): MenuItemConstructorOptions[] => [
  ...(isMac ? [{ role: 'appMenu' } as const] : []),
  { label: texts.menu.file, submenu: [{ role: isMac ? 'close' : 'quit' }] },
  {
    label: texts.menu.edit,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  {
    label: texts.menu.view,
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
  },
  { label: texts.menu.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
];

/** Editing, zoom and window commands only: no reload, no developer tools. */
export function menu(
  menus: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
  platform: string,
): MainModule {
  return { enable: () => menus.setApplicationMenu(menus.buildFromTemplate(template(platform === 'darwin'))) };
}
