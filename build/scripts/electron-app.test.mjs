import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findElectron } from './electron-app.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cso-electron-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function place(file, text = '') {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return path.join(folder, file);
}

it('finds no program in the package as npm leaves it', () => {
  place('index.js');
  expect(findElectron(folder, undefined)).toBeNull();
});

it('finds the program that path.txt names', () => {
  place('path.txt', 'Electron.app/Contents/MacOS/Electron\n');
  const program = place('dist/Electron.app/Contents/MacOS/Electron');
  expect(findElectron(folder, undefined)).toBe(program);
});

it('does not believe a path.txt whose program is gone', () => {
  place('path.txt', 'electron');
  expect(findElectron(folder, undefined)).toBeNull();
});

it("prefers an organisation's own copy", () => {
  const program = place('own/electron');
  place('dist/electron');
  expect(findElectron(folder, path.join(folder, 'own'))).toBe(program);
});
