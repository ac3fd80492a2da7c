import type { NumberOnFile as Shown } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { PhoneNumbers } from '../identity/index.js';
import { People } from '../people/index.js';
import type { RequestContext } from '../request/request-context.js';
import { invitationClosed } from './invitation.errors.js';
import { InvitationsService } from './invitations.service.js';

/**
 * The number that a worker calls the carer back on before typing the code (security-rules 5.1). It is part of the
 * carer's record, so it is shown only while a code can be confirmed, and each look is kept (domain 5.7).
 */
@Injectable()
export class NumberOnFile {
  constructor(
    private readonly reading: InvitationsService,
    private readonly people: People,
    private readonly phones: PhoneNumbers,
    private readonly audit: AuditTrail,
  ) {}

  async show(context: RequestContext, invitationId: string): Promise<Shown> {
    const { state, carerId } = await this.reading.getVisible(context, invitationId);
    if (state !== 'code_sent') throw invitationClosed();
    const { phone } = await this.people.get(carerId);
    await this.audit.record(context, {
      action: 'person.number-viewed',
      objectType: 'person',
      objectId: carerId,
      detail: { invitationId },
    });
    return { number: phone === null ? null : this.phones.forReading(phone) };
  }
}
