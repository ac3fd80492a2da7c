import type { Challenge as ChallengeView, ConfirmPhone, EnrolPhone } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { BlindIndex } from '../../crypto/blind-index.js';
import { Database } from '../../database/database.js';
import { notFound, stateChanged } from '../../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../../request/request-context.js';
import { ChallengeAnswers, type Asked } from '../challenges/challenge-answers.js';
import { viewOf } from '../challenges/challenge-view.js';
import { PhoneChallenges } from '../challenges/phone-challenges.js';
import { StepUp } from '../challenges/step-up.js';
import { phoneInUseTooOften, phoneRefused } from '../identity.errors.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import { UserPhonesRepository } from '../users/user-phones.repository.js';
import { UsersRepository } from '../users/users.repository.js';
import { PhoneChanged } from './phone-changed.js';
import { readPhone, type CodePhone } from './phone-number.js';

/** A new number for a signed-in carer who has just proven the old one; it must prove itself too (domain 8.2). */
@Injectable()
export class ChangePhone {
  constructor(
    private readonly stepUp: StepUp,
    private readonly sending: PhoneChallenges,
    private readonly answers: ChallengeAnswers,
    private readonly users: UsersRepository,
    private readonly phones: UserPhonesRepository,
    private readonly fields: UserFields,
    private readonly blindIndex: BlindIndex,
    private readonly sessions: Sessions,
    private readonly changed: PhoneChanged,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sends a code to the new number. It is kept nowhere until it is proven: its challenge knows it again. */
  async begin(context: RequestContext, { channel, ...typed }: EnrolPhone): Promise<ChallengeView> {
    const session = await this.sessions.current(context);
    await this.stepUp.require(session);
    const { e164, canText } = this.read(typed);
    const user = await this.users.get(signedInCarer(context).userId);
    const recipient = {
      user,
      purpose: 'phone_change',
      phone: e164,
      phoneKey: this.blindIndex.phone(e164),
      canText,
    } as const;
    return viewOf(await this.sending.send(context, session, recipient, channel), this.clock.now(), e164);
  }

  async confirm(context: RequestContext, { challengeId, code, ...typed }: ConfirmPhone): Promise<void> {
    const phone = this.read(typed);
    const asked = await this.answers.find(context, challengeId);
    const { purpose, destinationHash } = asked.challenge;
    if (purpose !== 'phone_change' || destinationHash !== this.blindIndex.phone(phone.e164)) throw notFound();
    await this.stepUp.require(asked.session);
    await this.answers.check(context, asked, code);
    await this.database.transaction(() => this.commit(context, asked, phone));
  }

  private async commit(context: RequestContext, asked: Asked, { e164, canText }: CodePhone): Promise<void> {
    const { user, challenge } = asked;
    await this.answers.consume(context, asked);
    const now = this.clock.now();
    const outcome = await this.phones.replace(user, {
      phone: await this.fields.seal(user.id, 'phone', e164),
      phoneKey: challenge.destinationHash,
      canText,
      phoneGivenAt: now,
      phoneChangedAt: now,
    });
    if (outcome === 'too-often') throw phoneInUseTooOften();
    if (outcome === 'not-there') throw stateChanged();
    await this.sessions.endAllOf(user.id, await this.sessions.renew(context));
    await this.changed.tell(user, { e164, canText });
    await this.audit.record(context, { action: 'phone.changed', objectType: 'user', objectId: user.id });
  }

  private read({ country, number }: Pick<EnrolPhone, 'country' | 'number'>): CodePhone {
    const read = readPhone(country, number, this.settings.phoneCountries);
    if ('refusal' in read) throw phoneRefused(read.refusal);
    return read.phone;
  }
}
