import { expect, it } from 'vitest';
import { webPreferences } from './web-preferences';

const options = { preload: '/preload.cjs', partition: 'caseworker', isPackaged: true };
const preferences = webPreferences(options);

// The items of Electron's security checklist that a window's settings decide, by their numbers there.
it.each([
  ['2: no Node integration', 'nodeIntegration', false],
  ['2: none in workers', 'nodeIntegrationInWorker', false],
  ['2: none in frames', 'nodeIntegrationInSubFrames', false],
  ['3: context isolation', 'contextIsolation', true],
  ['4: sandbox', 'sandbox', true],
  ['6: web security', 'webSecurity', true],
  ['8: no insecure content', 'allowRunningInsecureContent', false],
  ['9: no experimental features', 'experimentalFeatures', false],
  ['11: no webview', 'webviewTag', false],
] as const)('states item %s', (_item, setting, value) => {
  expect(preferences[setting]).toBe(value);
});

it('states item 10: enables no Blink feature', () => {
  expect(preferences).not.toHaveProperty('enableBlinkFeatures');
});

it('keeps the page in memory: only a partition named persist: is written to the disk', () => {
  expect(preferences.partition).not.toMatch(/^persist:/);
});

it('opens developer tools to developers only', () => {
  expect(preferences.devTools).toBe(false);
  expect(webPreferences({ ...options, isPackaged: false }).devTools).toBe(true);
});
