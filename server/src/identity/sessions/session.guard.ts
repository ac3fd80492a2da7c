import { challengeRoutes, liveRoutes } from '@cso/contract';
import { Injectable, type ExecutionContext, type Type } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { accessRule } from '../../http/access.js';
import { notAllowed, notSignedIn } from '../../errors/domain-error.js';
import { endpointRoute } from '../../http/endpoint.js';
import { OpenedWith, type SessionCompanion } from './session-companion.repository.js';
import type { SessionToken } from './session-tokens.js';
import { actorOf } from './session-actor.js';
import { Sessions } from './sessions.service.js';
import type { OpenedSession } from './sessions.repository.js';
import { permissionsOf } from './stage-permissions.js';

/** The page asks these by itself, so they say nothing about the person being there (security-rules 5.11). */
const PASSIVE_OPERATIONS: readonly string[] = [
  challengeRoutes.get.operationId,
  liveRoutes.stream.operationId,
];

type SessionRequest = FastifyRequest & { user?: SessionToken | null };

/** Closed by default: finds out who acts, lets only those through whom the handler names, and keeps them signed in. */
@Injectable()
export class SessionGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    await super.canActivate(execution);
    const request = execution.switchToHttp().getRequest<SessionRequest>();
    const session = await this.open(request, this.reflector.get(OpenedWith, execution.getHandler()));
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
  private async open(request: SessionRequest, along?: Type<SessionCompanion>): Promise<OpenedSession | null> {
    const sid = request.user?.sid;
    if (sid === undefined || !along) {
      const session = sid === undefined ? null : await this.sessions.open(sid);
      request.actor = actorOf(session);
      return session;
    }
    const companion = this.modules.get(along, { strict: false });
    const opened = await this.sessions.openWith(sid, companion);
    request.actor = actorOf(opened?.session ?? null);
    if (opened) companion.keep(request.actor, opened.rows);
    return opened?.session ?? null;
  }

  /** No session is no failure here: public handlers serve everyone. */
  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    return (user || null) as User;
  }
}

/** Half signed in counts as not signed in for everything beyond the present step. */
const refusalOf = ({ stage }: OpenedSession) => (stage === 'signed_in' ? notAllowed() : notSignedIn());

const isPassive = (request: FastifyRequest, operationId = ''): boolean =>
  PASSIVE_OPERATIONS.includes(operationId) || request.headers['x-activity'] === 'passive';
