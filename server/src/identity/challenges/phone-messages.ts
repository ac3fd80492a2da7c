import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { ChallengeCodes } from '../../crypto/challenge-code.js';
import { OtpEngine } from '../../crypto/otp-engine.js';
import { Randomness } from '../../crypto/randomness.js';
import { Outbox } from '../../notifications/index.js';
import { ANSWER_WITHIN_MS } from './challenge-rules.js';
import type { Challenge } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';

/** The key that says 'this was not me' has to stay free when the digits themselves are typed. */
const DIGITS_TO_TYPE = '023456789';
const DIGITS = '0123456789';

/** Puts the code or the call of a challenge into the outbox. */
@Injectable()
export class PhoneMessages {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly outbox: Outbox,
    private readonly codes: ChallengeCodes,
    private readonly otp: OtpEngine,
    private readonly randomness: Randomness,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** In the open transaction; gives the challenge with its MAC or its call. */
  send(challenge: Challenge, phone: string): Promise<Challenge> {
    return challenge.channel === 'call' ? this.call(challenge, phone) : this.text(challenge, phone);
  }

  private async text(challenge: Challenge, phone: string): Promise<Challenge> {
    const code = await this.newCode(challenge);
    const about = { kind: 'user', id: challenge.subject } as const;
    const outboxId = await this.outbox.text({ to: phone, code, about, notAfter: challenge.expiresAt });
    const { id, purpose } = challenge;
    return { ...challenge, outboxId, codeMac: this.codes.mac({ id, purpose, code }) };
  }

  private async call(challenge: Challenge, phone: string): Promise<Challenge> {
    const alphabet = this.settings.voiceMode === 'type_number' ? DIGITS_TO_TYPE : DIGITS;
    const digits = this.randomness.characters(alphabet, 2);
    const callDeadline = new Date(challenge.createdAt.getTime() + ANSWER_WITHIN_MS);
    const outboxId = await this.outbox.call({
      to: phone,
      digits,
      challengeId: challenge.id,
      notAfter: callDeadline,
    });
    return { ...challenge, outboxId, digits, callState: 'calling', callDeadline, keysTyped: '' };
  }

  /** The second code of the set-up is never the first one again (security-rules 5.7). */
  private async newCode({ purpose, subject }: Pick<Challenge, 'purpose' | 'subject'>): Promise<string> {
    const code = this.otp.newCode();
    if (purpose !== 'phone_confirm') return code;
    const first = await this.challenges.findLastUsed(subject, 'phone_enrol');
    if (!first || !this.codes.matches({ id: first.id, purpose: 'phone_enrol', code }, first.codeMac))
      return code;
    return this.newCode({ purpose, subject });
  }
}
