import { expect, it } from 'vitest';
import { webPreferences } from './web-preferences';

const preferences = webPreferences({ preload: '/preload.cjs', partition: 'caseworker', isPackaged: true });

it('sets every security setting of a window', () => {
  expect(preferences).toEqual({
    preload: '/preload.cjs',
    partition: 'caseworker',
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
    spellcheck: false,
    devTools: false,
  });
});
