import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Protocol } from 'electron';
import { APP_SCHEME, isAppUrl } from './app-url';
import { contentSecurityPolicy } from './content-security-policy';
import type { MainModule } from './main-module';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Makes app:// a web origin of its own. Must run before the app is ready. */
export function appScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): MainModule {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  return { enable: () => protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]) };
}

/** Serves the built renderer at app://bundle/ from one folder, and nothing beside it. */
export function appProtocol(options: {
  protocol: Pick<Protocol, 'handle'>;
  folder: string;
  serverOrigin: () => string | null;
}): MainModule {
  const respond = (request: Request) => serve(request, options.folder, options.serverOrigin());
  return { enable: () => options.protocol.handle(APP_SCHEME, respond) };
}

async function serve(request: Request, folder: string, serverOrigin: string | null) {
  if (request.method !== 'GET' || !isAppUrl(request.url)) return notFound();
  const found = await findFile(folder, new URL(request.url).pathname);
  if (!found) return notFound();
  return new Response(found.content, { headers: headersOf(found.file, serverOrigin) });
}

const notFound = () => new Response('Not found', { status: 404 });

function headersOf(file: string, serverOrigin: string | null) {
  return {
    'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy(serverOrigin),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** The file behind a path, links resolved; null when it does not exist or lies outside the folder. */
async function findFile(folder: string, pathname: string) {
  try {
    const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
    const root = await realpath(folder);
    const file = await realpath(path.join(root, name));
    return file.startsWith(root + path.sep) ? { file, content: await readFile(file) } : null;
  } catch {
    return null;
  }
}
