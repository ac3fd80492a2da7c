import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appProtocol } from './app-protocol';

const home = mkdtempSync(path.join(os.tmpdir(), 'app-protocol-'));
const folder = path.join(home, 'renderer');
let answer: (request: Request) => Response | Promise<Response>;

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  mkdirSync(path.join(home, 'renderer-of-another'));
  writeFileSync(path.join(folder, 'index.html'), '<h1>The app</h1>');
  writeFileSync(path.join(folder, 'assets/main.js'), 'export {}');
  writeFileSync(path.join(home, 'secret.js'), 'secret');
  writeFileSync(path.join(home, 'renderer-of-another/x.js'), 'secret');
  symlinkSync(path.join(home, 'secret.js'), path.join(folder, 'link.js'));
  const protocol = { handle: (_scheme: string, given: typeof answer) => void (answer = given) };
  appProtocol({ protocol, folder, serverOrigin: () => 'https://cso.example.org' }).enable();
});
afterAll(() => rmSync(home, { recursive: true }));

const get = (url: string) => answer(new Request(url));

describe('app://bundle', () => {
  it('serves the page at its root', async () => {
    for (const url of ['app://bundle/', 'app://bundle/index.html']) {
      expect(await (await get(url)).text()).toBe('<h1>The app</h1>');
    }
  });

  it('names the type of a script and forbids guessing it', async () => {
    const { headers } = await get('app://bundle/assets/main.js');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets the page talk to the configured server only', async () => {
    const policy = (await get('app://bundle/')).headers.get('content-security-policy');
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      'connect-src https://cso.example.org',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]);
  });

  it.each([
    'app://bundle/../secret.js',
    'app://bundle/..%2fsecret.js',
    'app://bundle/%2e%2e%2fsecret.js',
    'app://bundle/assets/..%2f..%2fsecret.js',
    'app://bundle/..%2frenderer-of-another/x.js',
    'app://bundle/..%5csecret.js',
    'app://bundle/link.js',
    'app://bundle/%00.js',
    'app://bundle/%zz.js',
    'app://bundle/missing.js',
    'app://bundle/assets',
    'app://elsewhere/index.html',
  ])('refuses %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  it('answers no method but GET', async () => {
    expect((await answer(new Request('app://bundle/', { method: 'POST' }))).status).toBe(404);
  });
});
