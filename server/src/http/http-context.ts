import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, RequestContext } from '../request/request-context.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session guard before any handler runs. */
    actor?: Actor;
    rawBody?: Buffer;
  }
}

const DEVICE_DAYS = 180;
const SECONDS_A_DAY = 86_400;

/** Cookie names: `__Host-` binds a cookie to the https origin; a plain-http demo cannot set it. */
export const cookieNames = (publicOrigin: string) => {
  const prefix = publicOrigin.startsWith('https://') ? '__Host-' : '';
  return { session: `${prefix}cso`, device: `${prefix}cso-dev` };
};

/** The context of one HTTP request. */
export function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  publicOrigin: string,
): RequestContext {
  const names = cookieNames(publicOrigin);
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicOrigin.startsWith('https://'),
  } as const;
  const client = request.headers['x-cso-client'];
  return {
    actor: request.actor ?? { kind: 'nobody' },
    ip: request.ip,
    requestId: request.id,
    client: client === 'web' || client === 'desktop' ? client : null,
    idempotencyKey: headerOf(request, 'idempotency-key'),
    deviceId: request.cookies[names.device] ?? null,
    rawBody: request.rawBody ?? null,
    header: (name) => headerOf(request, name),
    giveSession: (token) =>
      void (token
        ? reply.setCookie(names.session, token, options)
        : reply.clearCookie(names.session, options)),
    rememberDevice: (deviceId) =>
      void reply.setCookie(names.device, deviceId, { ...options, maxAge: DEVICE_DAYS * SECONDS_A_DAY }),
    clearSiteStorage: () => void reply.header('Clear-Site-Data', '"cache", "storage"'),
  };
}

const headerOf = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
