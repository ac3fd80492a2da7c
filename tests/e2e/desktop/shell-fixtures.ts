import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { DesktopApi } from '../../../desktop/src/ipc/desktop-api.ts';
import { test as base } from '../../electron-host/fixtures.ts';
import type { DesktopApp } from '../../electron-host/desktop-app.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopApi;
    seen: unknown[];
  }
}

interface TestServer {
  origin: string;
  /** Method, path and Origin header of each request. */
  requests: string[];
}

const ALLOWED_ORIGIN = 'app://bundle';

function answer(request: IncomingMessage, response: ServerResponse) {
  const isAllowed = request.headers.origin === ALLOWED_ORIGIN;
  const cors = {
    'access-control-allow-origin': ALLOWED_ORIGIN,
    'access-control-allow-headers': 'authorization',
  };
  response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
    'content-type': 'text/html',
    ...(isAllowed && cors),
  });
  response.end(request.method === 'OPTIONS' ? undefined : '<h1>A server</h1>');
}

/** The app beside a small server that notes what reaches it. */
export const test = base.extend<{ server: TestServer; app: DesktopApp; page: Page }>({
  server: async ({}, use) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url} ${request.headers.origin}`);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests });
    server.closeAllConnections();
    server.close();
  },
  app: async ({ launch, server }, use) => use(await launch({ serverUrl: server.origin })),
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.getByRole('heading').first().waitFor();
    await use(page);
  },
});

export { expect } from '@playwright/test';
