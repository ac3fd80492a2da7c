import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Keys } from '../crypto/keys.js';
import { Database } from '../database/database.js';
import type { Actor, RequestContext } from '../request/request-context.js';
import { chainHash } from './audit-chain.js';
import { AuditCheckpoints } from './audit-checkpoints.js';
import type { AuditDetail } from './audit-event.entity.js';
import { AuditRepository } from './audit.repository.js';

/** Besides those by the clock (security-rules 9.2). */
const EVENTS_A_CHECKPOINT = 1000;

/** One act to keep. `action` is past tense with its object first, such as `invitation.created`. */
export interface AuditedAct {
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly outcome?: 'done' | 'refused';
  readonly onBehalfOf?: string;
  readonly detail?: AuditDetail;
}

/**
 * The append-only, hash-chained record of who did what (security-rules 9.2). Call it inside the transaction of the
 * act: either both are kept or neither, so an audit that fails stops the act.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly events: AuditRepository,
    private readonly checkpoints: AuditCheckpoints,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /** Joins the open transaction, so that even an act that swallows the failure of its audit does not commit. */
  record(context: RequestContext, act: AuditedAct): Promise<void> {
    return this.database.transaction(() => this.append(context, act));
  }

  private async append(context: RequestContext, act: AuditedAct): Promise<void> {
    const head = await this.events.lockHead();
    const link = {
      id: this.identifiers.next(),
      seq: head.seq + 1,
      at: this.clock.now(),
      ...identityOf(context.actor),
      onBehalfOf: act.onBehalfOf ?? null,
      ip: context.ip,
      requestId: context.requestId,
      action: act.action,
      objectType: act.objectType,
      objectId: act.objectId,
      outcome: act.outcome ?? 'done',
      detail: act.detail ?? {},
      prevHash: head.hash,
    };
    await this.events.append({ ...link, hash: chainHash(this.keys.auditKey, link) });
    if (link.seq % EVENTS_A_CHECKPOINT === 0) this.database.afterCommit(() => this.checkpoints.write());
  }
}

function identityOf(actor: Actor) {
  if (actor.kind === 'carer') {
    return { actorKind: 'carer', actorId: actor.userId, sessionId: actor.sessionId };
  }
  if (actor.kind === 'worker') {
    return { actorKind: 'worker', actorId: actor.workerId, sessionId: actor.sessionId };
  }
  const sessionId = actor.kind === 'claimant' ? actor.sessionId : null;
  return { actorKind: actor.kind, actorId: null, sessionId };
}
