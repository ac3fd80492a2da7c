import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built single-page app: its files, and its index.html for every other address below `prefix`. */
interface Site {
  readonly root: string;
  readonly prefix: string;
}

const root = (folder: string) => fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
const PORTAL: Site = { root: root('web/dist'), prefix: '/' };
const PREVIEW: Site = { root: root('desktop/out/preview'), prefix: '/caseworker/' };

/** Serves the carer portal, and in the demo the caseworker app's preview too. */
export async function serveSites(server: FastifyInstance, isDemo: boolean): Promise<void> {
  const sites = (isDemo ? [PREVIEW, PORTAL] : [PORTAL]).filter((site) => existsSync(site.root));
  for (const [index, site] of sites.entries()) {
    await server.register(fastifyStatic, {
      root: site.root,
      prefix: site.prefix,
      wildcard: false,
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.header('Cache-Control', cachingOf(file)),
    });
  }
  server.setNotFoundHandler((request, reply) => notFound(sites, request, reply));
}

/** Built assets carry a hash in their name; pages do not. */
const cachingOf = (file: string): string =>
  file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';

function notFound(sites: readonly Site[], request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const site = sites.find(({ prefix }) => request.url.startsWith(prefix));
  const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
  if (site && isPage && !request.url.startsWith('/api/')) return reply.sendFile('index.html', site.root);
  return reply
    .status(404)
    .send({ code: 'NOT_FOUND', message: 'There is nothing here.', requestId: request.id });
}
