import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSites, serveSites, type Site } from './static-sites.js';

let folder: string;
const site = (name: string, prefix: string): Site => ({ root: path.join(folder, name), prefix });

/** A built site in a folder whose own name is `assets`: only the site's assets may be kept for ever. */
async function build(name: string) {
  await mkdir(path.join(folder, name, 'assets'), { recursive: true });
  await writeFile(path.join(folder, name, 'index.html'), `<title>${name}</title>`);
  await writeFile(path.join(folder, name, 'assets', 'main-1a2b3c.js'), `// ${name}`);
}

beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'cso-sites-')), 'assets');
  await build('portal');
  await build('preview');
  await mkdir(path.join(folder, 'unbuilt'));
  await writeFile(path.join(folder, 'secret.txt'), 'a secret');
});
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));

async function serve(sites: readonly Site[]): Promise<FastifyInstance> {
  const server = fastify();
  await serveSites(server, sites);
  return server;
}

const page = { accept: 'text/html,application/xhtml+xml' };

describe('the sites of the demo', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await serve([site('preview', '/caseworker/'), site('portal', '/')]);
  });
  const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers });

  it.each([
    ['/', 'portal'],
    ['/sign-in', 'portal'],
    ['/messages/0196?from=home', 'portal'],
    ['/caseworkers', 'portal'],
    ['/caseworker/', 'preview'],
    ['/caseworker/people/0196', 'preview'],
  ])('answers %s with the page of the %s, never kept', async (url, name) => {
    const answer = await get(url, page);
    expect([answer.statusCode, answer.body]).toEqual([200, `<title>${name}</title>`]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['/assets/main-1a2b3c.js', '// portal'],
    ['/caseworker/assets/main-1a2b3c.js', '// preview'],
  ])('lets %s be kept for ever', async (url, body) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.body]).toEqual([200, body]);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/api', '/api/unknown', '/api/people/0196'])(
    'answers %s in JSON, also to a browser',
    async (url) => {
      const answer = await get(url, page);
      expect([answer.statusCode, answer.json().error]).toEqual([404, 'Not Found']);
    },
  );

  it('answers a file that is not there with 404', async () => {
    expect((await get('/assets/main-old.js', { accept: '*/*' })).statusCode).toBe(404);
    expect((await get('/assets/main-old.js', page)).statusCode).toBe(404);
    const post = await server.inject({ method: 'POST', url: '/sign-in', headers: page });
    expect(post.statusCode).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/caseworker/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/%00',
  ])('shows nothing outside the site at %s', async (url) => {
    for (const headers of [page, {}]) {
      const answer = await get(url, headers);
      expect(answer.body).not.toContain('a secret');
      expect(answer.statusCode).toBeLessThan(500);
    }
  });
});

describe('the sites of production', () => {
  it('are the portal alone', () => {
    expect(builtSites(false).map(({ prefix }) => prefix)).toEqual(['/']);
    expect(builtSites(true).map(({ prefix }) => prefix)).toEqual(['/caseworker/', '/']);
  });

  it('answer the caseworker address as any unknown page of the portal', async () => {
    const server = await serve([site('portal', '/')]);
    const answer = await server.inject({ method: 'GET', url: '/caseworker/', headers: page });
    expect(answer.body).toBe('<title>portal</title>');
  });

  it('answer 404 while the portal has not been built', async () => {
    const server = await serve([site('unbuilt', '/'), site('missing', '/caseworker/')]);
    const answer = await server.inject({ method: 'GET', url: '/', headers: page });
    expect(answer.statusCode).toBe(404);
  });
});
