import { challengeRoutes } from '@cso/contract';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { accessRule } from '../../http/access.js';
import { notAllowed, notSignedIn } from '../../errors/domain-error.js';
import { endpointRoute } from '../../http/endpoint.js';
import type { Actor } from '../../request/request-context.js';
import { Sessions } from './sessions.service.js';
import type { OpenedSession } from './sessions.repository.js';
import { permissionsOf } from './stage-permissions.js';

/** The page asks this by itself, so it says nothing about the person being there (security-rules 5.11). */
const PASSIVE_OPERATION = challengeRoutes.get.operationId;

type SessionRequest = FastifyRequest & { user?: OpenedSession | null };

/** Closed by default: finds out who acts, lets only those through whom the handler names, and keeps them signed in. */
@Injectable()
export class SessionGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    await super.canActivate(execution);
    const request = execution.switchToHttp().getRequest<SessionRequest>();
    const session = request.user ?? null;
    request.actor = actorOf(session);
    const rule = this.reflector.get(accessRule, execution.getHandler());
    if (!rule) throw notAllowed();
    // Whoever asks how the sign-in stands gets through here, too, and is no sign of activity either.
    if (rule.isPublic) return true;
    if (!session) throw notSignedIn();
    if (!permissionsOf(request.actor).includes(rule.permission)) throw refusalOf(session);
    if (!isPassive(request, this.reflector.get(endpointRoute, execution.getHandler())?.operationId)) {
      await this.sessions.extend(session);
    }
    return true;
  }

  /** No session is no failure here: public handlers serve everyone. */
  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    return (user || null) as User;
  }
}

/** Half signed in counts as not signed in for everything beyond the present step. */
const refusalOf = ({ stage }: OpenedSession) => (stage === 'signed_in' ? notAllowed() : notSignedIn());

const isPassive = (request: FastifyRequest, operationId?: string): boolean =>
  operationId === PASSIVE_OPERATION || request.headers['x-activity'] === 'passive';

function actorOf(session: OpenedSession | null): Actor {
  if (!session) return { kind: 'nobody' };
  const { id: sessionId, kind, stage, subjectId, role, teamId } = session;
  if (kind === 'carer') {
    return isCarerStage(stage) ? { kind, sessionId, stage, userId: subjectId } : { kind: 'nobody' };
  }
  if (stage === 'resetting_password') return { kind: 'claimant', sessionId, stage };
  if (isWorkerStage(stage) && subjectId !== null && role !== null) {
    return { kind, sessionId, stage, workerId: subjectId, role, teamId };
  }
  return { kind: 'nobody' };
}

type WorkerSessionStage = 'totp_enrolment' | 'totp_check' | 'signed_in';

const isWorkerStage = (stage: OpenedSession['stage']): stage is WorkerSessionStage =>
  stage === 'totp_enrolment' || stage === 'totp_check' || stage === 'signed_in';

const isCarerStage = (
  stage: OpenedSession['stage'],
): stage is Exclude<OpenedSession['stage'], 'totp_enrolment' | 'totp_check'> =>
  stage !== 'totp_enrolment' && stage !== 'totp_check';
