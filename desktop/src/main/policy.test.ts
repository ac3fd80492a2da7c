import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseRegistry, readPolicy } from './policy';

function readFrom(text: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'policy-'));
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, text);
  try {
    return readPolicy('linux', undefined, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('reads the file that administrators write', () => {
  expect(readFrom('{"ServerUrl":"https://cso.example.org","AllowScreenshots":true}')).toEqual({
    ServerUrl: 'https://cso.example.org',
    AllowScreenshots: true,
  });
});

it('is empty without a file', () => {
  expect(readPolicy('linux', undefined, '/nowhere/policy.json')).toEqual({});
});

it.each(['not json', '{"ServerURL":"https://cso.example.org"}', '{"AllowScreenshots":"yes"}'])(
  'is refused when it cannot be understood: %s',
  (text) => {
    expect(() => readFrom(text)).toThrow();
  },
);

it('reads what reg.exe prints of a Group Policy key', () => {
  const output = [
    '',
    'HKEY_LOCAL_MACHINE\\Software\\Policies\\CSO',
    '    ServerUrl    REG_SZ    https://cso.example.org',
    '    AllowScreenshots    REG_DWORD    0x0',
    '',
  ].join('\r\n');
  expect(parseRegistry(output)).toEqual({ ServerUrl: 'https://cso.example.org', AllowScreenshots: false });
  expect(parseRegistry('')).toEqual({});
});

it('takes an address that Group Policy writes as REG_EXPAND_SZ', () => {
  const output = '    ServerUrl    REG_EXPAND_SZ    https://cso.example.org\r\n';
  expect(parseRegistry(output)).toEqual({ ServerUrl: 'https://cso.example.org' });
});

/** Reads with a reg.exe that answers by the lines of this shell script; `$2` is the key. */
function readWith(...script: string[]) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'windows-'));
  mkdirSync(path.join(root, 'System32'));
  writeFileSync(path.join(root, 'System32', 'reg.exe'), ['#!/bin/sh', ...script].join('\n'), { mode: 0o755 });
  try {
    return readPolicy('win32', root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

// The stand-in for reg.exe is a shell script.
it.skipIf(process.platform === 'win32')('is empty when the registry answers and holds no policy', () => {
  expect(readWith('case "$2" in *CurrentVersion) exit 0;; esac', 'exit 1')).toEqual({});
});

it.skipIf(process.platform === 'win32')('puts the machine before the user', () => {
  const address = (host: string) => `printf '    ServerUrl    REG_SZ    https://${host}.example.org\\n'`;
  const script = ['case "$2" in', `HKLM*CSO) ${address('machine')};;`, `HKCU*) ${address('user')};;`, 'esac'];
  expect(readWith(...script)).toEqual({ ServerUrl: 'https://machine.example.org' });
});

it.skipIf(process.platform === 'win32').each([
  ['may not be run', 'exit 1'],
  ['ends otherwise', 'case "$2" in *CurrentVersion) exit 0;; esac\nexit 5'],
])('is refused when reg.exe %s', (_, script) => {
  expect(() => readWith(script)).toThrow();
});

it('is refused when there is no reg.exe', () => {
  expect(() => readPolicy('win32', '/nowhere')).toThrow();
});
