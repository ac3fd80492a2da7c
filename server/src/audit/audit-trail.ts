import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Keys } from '../crypto/keys.js';
import type { Actor, RequestContext } from '../http/request-context.js';
import { chainHash } from './audit-chain.js';
import type { AuditDetail } from './audit-event.entity.js';
import { AuditRepository } from './audit.repository.js';

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
    private readonly events: AuditRepository,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  async record(context: RequestContext, act: AuditedAct): Promise<void> {
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
  }
}

function identityOf(actor: Actor) {
  if (actor.kind === 'carer') {
    return { actorKind: 'carer', actorId: actor.userId, sessionId: actor.sessionId };
  }
  if (actor.kind === 'worker') {
    return { actorKind: 'worker', actorId: actor.workerId, sessionId: actor.sessionId };
  }
  return { actorKind: actor.kind, actorId: null, sessionId: null };
}
