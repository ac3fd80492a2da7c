import { permissionsOfRole, type WorkerSession, type WorkerSignedIn } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { notSignedIn } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { RecoveryCodes, Workers } from '../../staff/index.js';
import { timesOf } from '../sessions/session-times.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';

/** A worker's sign-in as the desktop app needs it. */
@Injectable()
export class WorkerSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly workers: Workers,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly clock: Clock,
  ) {}

  /** Where the request's own session stands; `signed_out` when there is none. */
  async current(context: RequestContext): Promise<WorkerSession> {
    const { kind } = context.actor;
    if (kind !== 'worker' && kind !== 'claimant') return { stage: 'signed_out' };
    return this.view(await this.sessions.current(context));
  }

  /** The token of a new step; the one before is void. */
  async signedIn(session: Session): Promise<WorkerSignedIn> {
    return { token: this.tokens.sign(session.id), session: await this.view(session) };
  }

  private async view(session: Session): Promise<WorkerSession> {
    const stage = workerStageOf(session);
    const times = timesOf(session, this.clock.now());
    if (stage !== 'signed_in' || session.subjectId === null) return { stage, times };
    const { id, name, role, teamId } = await this.workers.get(session.subjectId);
    const recoveryCodesLeft = await this.recoveryCodes.countLeft(id);
    const permissions = [...permissionsOfRole[role]];
    return { stage, times, worker: { id, name, role, teamId, permissions, recoveryCodesLeft } };
  }
}

function workerStageOf({ stage }: Session): WorkerSession['stage'] {
  if (stage === 'signing_up' || stage === 'phone_needed' || stage === 'phone_check') throw notSignedIn();
  return stage;
}
