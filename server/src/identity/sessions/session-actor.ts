import type { Actor } from '../../request/request-context.js';
import type { OpenedSession } from './sessions.repository.js';

/** Who acts with the session; `nobody` when there is none. */
export function actorOf(session: OpenedSession | null): Actor {
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
