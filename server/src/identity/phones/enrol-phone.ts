import type { Challenge, EnrolPhone as EnrolPhoneBody } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { BlindIndex } from '../../crypto/blind-index.js';
import { Database } from '../../database/database.js';
import { notAllowed, notSignedIn } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { SendChallenge } from '../challenges/send-challenge.js';
import { phoneInUseTooOften, phoneRefused } from '../identity.errors.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import { UserPhonesRepository } from '../users/user-phones.repository.js';
import { readPhone, type CodePhone } from './phone-number.js';

/** Confirm your identity: the number that codes go to from now on (security-rules 5.5, 5.7). */
@Injectable()
export class EnrolPhone {
  constructor(
    private readonly phones: UserPhonesRepository,
    private readonly fields: UserFields,
    private readonly blindIndex: BlindIndex,
    private readonly sessions: Sessions,
    private readonly sending: SendChallenge,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async enrol(context: RequestContext, { country, number, channel }: EnrolPhoneBody): Promise<Challenge> {
    const read = readPhone(country, number, this.settings.phoneCountries);
    if ('refusal' in read) throw phoneRefused(read.refusal);
    if (channel === 'text' && !read.phone.canText) throw phoneRefused('PHONE_CANNOT_TEXT');
    await this.database.transaction(() => this.keep(context, read.phone));
    return this.sending.send(context, channel);
  }

  private async keep(context: RequestContext, { e164, canText }: CodePhone): Promise<void> {
    const session = await this.sessions.current(context);
    if (session.subjectId === null) throw notSignedIn();
    const outcome = await this.phones.give(session.subjectId, {
      phone: await this.fields.seal(session.subjectId, 'phone', e164),
      phoneKey: this.blindIndex.phone(e164),
      canText,
      phoneGivenAt: this.clock.now(),
    });
    if (outcome === 'too-often') throw phoneInUseTooOften();
    // A proven number is never changed here: whoever has the password alone must not move the codes.
    if (outcome === 'not-there') throw notAllowed();
    await this.sessions.awaitCode(session);
    await this.audit.record(context, {
      action: 'phone.given',
      objectType: 'user',
      objectId: session.subjectId,
    });
  }
}
