import { challengeRoutes, liveRoutes } from '@cso/contract';
import { type CanActivate, Injectable, type ExecutionContext, type Type } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRule } from '../../http/access.js';
import { notAllowed, notSignedIn } from '../../errors/domain-error.js';
import { endpointRoute } from '../../http/endpoint.js';
import { OpenedWith, type SessionCompanion } from './session-companion.repository.js';
import type { SessionToken } from './session-tokens.js';
import { actorOf } from './session-actor.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { Sessions } from './sessions.service.js';
import type { OpenedSession } from './sessions.repository.js';
import { permissionsOf } from './stage-permissions.js';

/** The page asks these by itself, so they say nothing about the person being there (security-rules 5.11). */
const PASSIVE_OPERATIONS: readonly string[] = [
  challengeRoutes.get.operationId,
  liveRoutes.stream.operationId,
];

/** Closed by default: finds out who acts, lets only those through whom the handler names, and keeps them signed in. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: SessionAuthenticator,
    private readonly sessions: Sessions,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const token = await this.authenticator.find(request, http.getResponse<FastifyReply>());
    const session = await this.open(request, token, this.reflector.get(OpenedWith, execution.getHandler()));
    const rule = this.reflector.get(accessRule, execution.getHandler());
    if (!rule) throw notAllowed();
    // Whoever asks how the sign-in stands gets through here, too, and is no sign of activity either.
    if (rule.isPublic) return true;
    if (!session) throw notSignedIn();
    if (!permissionsOf(request.actor!).includes(rule.permission)) throw refusalOf(session);
    if (!isPassive(request, this.reflector.get(endpointRoute, execution.getHandler())?.operationId)) {
      await this.sessions.extend(session);
    }
    return true;
  }

  /** The request's actor, and what is read along for them. */
  private async open(
    request: FastifyRequest,
    token: SessionToken | null,
    along?: Type<SessionCompanion>,
  ): Promise<OpenedSession | null> {
    if (!token || !along) {
      const session = token && (await this.sessions.open(token.sid));
      request.actor = actorOf(session);
      return session;
    }
    const companion = this.modules.get(along, { strict: false });
    const opened = await this.sessions.openWith(token.sid, companion);
    request.actor = actorOf(opened?.session ?? null);
    if (opened) companion.keep(request.actor, opened.rows);
    return opened?.session ?? null;
  }
}

/** Half signed in counts as not signed in for everything beyond the present step. */
const refusalOf = ({ stage }: OpenedSession) => (stage === 'signed_in' ? notAllowed() : notSignedIn());

const isPassive = (request: FastifyRequest, operationId = ''): boolean =>
  PASSIVE_OPERATIONS.includes(operationId) || request.headers['x-activity'] === 'passive';
