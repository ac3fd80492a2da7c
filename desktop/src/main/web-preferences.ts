import type { WebPreferences } from 'electron';

/** The security settings of every window (security-rules, Electron table). Defaults are stated, not trusted. */
export function webPreferences(options: {
  preload: string;
  partition: string;
  isPackaged: boolean;
}): WebPreferences {
  return {
    preload: options.preload,
    partition: options.partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // Chromium would fetch dictionaries from a public server (ux 5).
    spellcheck: false,
    devTools: !options.isPackaged,
  };
}
