import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built single-page app: its files, and its index.html for every other address below `prefix`. */
export interface Site {
  readonly root: string;
  readonly prefix: string;
}

const root = (folder: string) => fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
const PORTAL: Site = { root: root('web/dist'), prefix: '/' };
const PREVIEW: Site = { root: root('desktop/out/preview'), prefix: '/caseworker/' };

/** The carer portal, and in the demo the caseworker app's preview too. The longest prefix comes first. */
export const builtSites = (isDemo: boolean): Site[] => (isDemo ? [PREVIEW, PORTAL] : [PORTAL]);

/** Serves the sites that have been built. */
export async function serveSites(server: FastifyInstance, wanted: readonly Site[]): Promise<void> {
  const sites = wanted.filter((site) => existsSync(path.join(site.root, 'index.html')));
  for (const [index, site] of sites.entries()) {
    await server.register(fastifyStatic, {
      root: site.root,
      prefix: site.prefix,
      wildcard: false,
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.header('Cache-Control', cachingOf(sites, file)),
    });
  }
  // Not Fastify's not-found handler: that one is Nest's, and answers everything but a page.
  for (const site of sites) server.get(`${site.prefix}*`, (request, reply) => pageOf(site, request, reply));
}

/** Built assets carry a hash in their name; pages do not. */
const cachingOf = (sites: readonly Site[], file: string): string =>
  sites.some((site) => file.startsWith(path.join(site.root, 'assets/')))
    ? 'public, max-age=31536000, immutable'
    : 'no-store';

function pageOf(site: Site, request: FastifyRequest, reply: FastifyReply): void {
  const isPage = request.headers.accept?.includes('text/html') && isPageAddress(site, request.url);
  if (isPage) void reply.sendFile('index.html', site.root);
  else reply.callNotFound();
}

/** A missing asset is no page, and the API answers in JSON whoever asks. */
const isPageAddress = ({ prefix }: Site, address: string): boolean =>
  !address.startsWith(`${prefix}assets/`) && !/^\/api($|[/?])/.test(address);
