import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { allowDesktopOrigin } from './desktop-origin.js';
import type { Log } from '../log/log.js';
import { refuseBrokenAddress } from './error.filter.js';
import { keepRawBody } from './raw-body.js';
import { logRequests } from './request-log.js';
import { addSecurityHeaders, securityHeaders } from './security-headers.js';

/** Largest JSON body, in bytes; documents have their own way in. */
const BODY_LIMIT = 1024 * 1024;

/** The HTTP server below Nest, with the limits of every request. */
export const newHttpAdapter = ({ trustedProxies, publicOrigin }: Settings): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      refuseBrokenAddress(request, reply.headers(securityHeaders(publicOrigin))),
    requestTimeout: 30_000,
    forceCloseConnections: true,
  });

/** What stands around every request, also those that no handler answers. Call it before `app.init()`. */
export async function surroundRequests(
  app: NestFastifyApplication,
  { publicOrigin }: Settings,
  log: Log,
): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.publicOrigin = publicOrigin;
  keepRawBody(server);
  await app.register(fastifyCookie);
  allowDesktopOrigin(server);
  addSecurityHeaders(server, publicOrigin);
  logRequests(server, log);
}
