import type { EmailCodeSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { ChallengeCodes, parseChallengeCode } from '../../crypto/challenge-code.js';
import { OtpEngine } from '../../crypto/otp-engine.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { Outbox } from '../../notifications/index.js';
import { authFailed } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import { CODE_LIFE_MINUTES, CODE_LIFE_MS, resendWaitMs } from './challenge-rules.js';
import type { Challenge, ChallengePurpose } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import { askingOf, NewChallenges } from './new-challenge.js';

type EmailPurpose = Extract<ChallengePurpose, 'email_verify' | 'reset' | 'worker_reset'>;

/** A code to an address. Without `isForReal` everything happens but the sending. */
export interface EmailCode {
  readonly session: Session;
  readonly purpose: EmailPurpose;
  readonly address: { readonly email: string; readonly emailKey: string };
  readonly isForReal: boolean;
  /** The user whose address it is, once there is one. */
  readonly userId?: string | undefined;
  /** Which code of this session it is, from 1. */
  readonly sendNumber: number;
}

const templateOf = {
  email_verify: 'email-code',
  reset: 'password-reset-code',
  worker_reset: 'worker-reset-code',
} as const;

/** The relay drops what is out of date: the row costs the same as a real one and is never sent. */
const NEVER = new Date(0);

/** Codes by e-mail prove an address, never a person (security-rules 5.3). */
@Injectable()
export class EmailCodes {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly newChallenges: NewChallenges,
    private readonly codes: ChallengeCodes,
    private readonly otp: OtpEngine,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sends a new code and voids the last one. Same reply, same work, whether the address is known or not. */
  async send(context: RequestContext, wanted: EmailCode): Promise<EmailCodeSent> {
    const { session, purpose, address, isForReal, userId, sendNumber } = wanted;
    const asking = askingOf(session, purpose);
    const { emailKey } = address;
    await this.challenges.supersede(asking, this.clock.now());
    const challenge = this.newChallenges.make({
      asking,
      subject: emailKey,
      channel: 'email',
      destinationHash: emailKey,
      sendNumber,
    });
    const code = this.otp.newCode();
    const mac = this.codes.mac({ id: challenge.id, purpose, code });
    const outboxId = await this.outbox.mail({
      template: templateOf[purpose],
      to: address.email,
      variables: { code, minutes: CODE_LIFE_MINUTES },
      ...(userId === undefined ? {} : { about: { kind: 'user', id: userId } as const }),
      notAfter: isForReal ? challenge.expiresAt : NEVER,
    });
    await this.challenges.insert({ ...challenge, outboxId, codeMac: isForReal ? mac : null });
    await this.audit.record(context, {
      action: 'email_code.asked',
      ...objectOf(challenge),
      detail: { purpose },
    });
    return { expiresInMs: CODE_LIFE_MS, resendAfterMs: resendWaitMs('email', sendNumber) };
  }

  /** How many codes the session has had for the purpose. */
  async countSent(session: Session, purpose: EmailPurpose): Promise<number> {
    return (await this.challenges.findNewest(askingOf(session, purpose)))?.sendNumber ?? 0;
  }

  /** The challenge that the typed code answers, one try spent, not yet consumed. Throws AUTH_FAILED alike for all. */
  async match(
    context: RequestContext,
    session: Session,
    purpose: EmailPurpose,
    typed: string,
  ): Promise<Challenge> {
    const challenge = await this.challenges.findNewest(askingOf(session, purpose));
    const code = parseChallengeCode(typed);
    if (!challenge || code === null) throw authFailed();
    const hasTry = await this.challenges.spendTry(challenge.id, this.clock.now());
    const isRight = this.codes.matches({ id: challenge.id, purpose, code }, challenge.codeMac);
    if (hasTry && isRight) return challenge;
    await this.database.transaction(() =>
      this.audit.record(context, {
        action: 'email_code.tried',
        ...objectOf(challenge),
        outcome: 'refused',
        detail: { purpose },
      }),
    );
    throw authFailed();
  }

  /** Uses it up, in the open transaction; of two right answers at once, one counts. */
  async consume(context: RequestContext, challenge: Challenge): Promise<void> {
    if (!(await this.challenges.consume(challenge.id, this.clock.now()))) throw authFailed();
    const { purpose } = challenge;
    await this.audit.record(context, {
      action: 'email_code.used',
      ...objectOf(challenge),
      detail: { purpose },
    });
  }
}

const objectOf = ({ id }: Challenge) => ({ objectType: 'challenge', objectId: id });
