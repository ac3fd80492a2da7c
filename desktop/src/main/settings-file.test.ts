import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFile } from './settings-file';

const place = { x: 10, y: 20, width: 1200, height: 700, isMaximized: false };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'settings-'));
  file = path.join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the settings file', () => {
  it('remembers the server and the window', () => {
    new SettingsFile(file).save({ serverOrigin: 'https://cso.example.org' });
    new SettingsFile(file).save({ window: place });
    expect(new SettingsFile(file).read()).toEqual({ serverOrigin: 'https://cso.example.org', window: place });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each([
    'not json',
    '{}',
    '{"serverOrigin":"http://evil.example","window":null}',
    '{"serverOrigin":null,"window":{"x":0}}',
    '{"serverOrigin":null,"window":null,"token":"x"}',
  ])('takes a damaged file for a first start: %s', (text) => {
    writeFileSync(file, text);
    expect(new SettingsFile(file).read()).toEqual({ serverOrigin: null, window: null });
  });
});
