import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { SERVICE_KEY } from '../../crypto/data-keys.js';
import { FieldCipher } from '../../crypto/field-cipher.js';
import { Identifiers } from '../../crypto/identifiers.js';
import type { RequestContext } from '../../request/request-context.js';
import { SupportActsRepository } from './support-acts.repository.js';

export interface ActOfSupport {
  readonly action: 'locks.cleared' | 'phone.cleared' | 'mail.resumed' | 'sessions.ended';
  readonly userId: string;
  readonly workerId: string;
  readonly reason: string;
}

/** Keeps what a worker did for a carer's sign-in and why. */
@Injectable()
export class SupportActs {
  constructor(
    private readonly acts: SupportActsRepository,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /** In the transaction of the act itself. */
  async keep(context: RequestContext, { reason, ...act }: ActOfSupport): Promise<void> {
    const id = this.identifiers.next();
    const place = { table: 'support_acts', column: 'reason', rowId: id };
    const sealed = await this.cipher.encryptText(reason, place, SERVICE_KEY);
    await this.acts.insert({ ...act, id, reason: sealed, at: this.clock.now() });
    await this.audit.record(context, {
      action: act.action,
      objectType: 'user',
      objectId: act.userId,
      onBehalfOf: act.userId,
      detail: { supportActId: id },
    });
  }
}
