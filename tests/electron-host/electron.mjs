/** What `import … from 'electron'` gives to an app that runs under the stand-in. */
export { app } from './app.mjs';
export { ipcMain } from './ipc.mjs';
export { protocol } from './protocol.mjs';
export { session } from './session.mjs';
export { dialog, Menu, Notification, powerMonitor, screen, shell } from './system.mjs';
export { BrowserWindow } from './windows.mjs';
export { records } from './records.mjs';
