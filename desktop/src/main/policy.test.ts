import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
