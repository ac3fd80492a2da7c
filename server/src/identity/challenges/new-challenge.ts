import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { Identifiers } from '../../crypto/identifiers.js';
import { hashToken } from '../../crypto/token.js';
import type { Session } from '../sessions/session.entity.js';
import { CODE_LIFE_MS, MAX_ATTEMPTS } from './challenge-rules.js';
import type { Challenge, ChallengeChannel, ChallengePurpose } from './challenge.entity.js';
import type { Asking } from './challenges.repository.js';

export interface WantedChallenge {
  readonly asking: Asking;
  readonly subject: string;
  readonly channel: ChallengeChannel;
  readonly destinationHash: string;
  readonly sendNumber: number;
}

/** What a challenge is bound to: the session that asks, and what for. */
export const askingOf = (session: Pick<Session, 'id'>, purpose: ChallengePurpose): Asking => ({
  pendingSessionHash: hashToken(session.id),
  purpose,
});

export const isAskedBy = (session: Pick<Session, 'id'>, challenge: Challenge): boolean =>
  challenge.pendingSessionHash === hashToken(session.id);

/** Makes the row of a challenge; the sender adds the code or the call. */
@Injectable()
export class NewChallenges {
  constructor(
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  make({ asking, subject, channel, destinationHash, sendNumber }: WantedChallenge): Challenge {
    const createdAt = this.clock.now();
    return {
      ...asking,
      id: this.identifiers.secret(),
      subject,
      channel,
      destinationHash,
      codeMac: null,
      attempts: 0,
      maxAttempts: MAX_ATTEMPTS,
      sendNumber,
      outboxId: null,
      deliveryFailedAt: null,
      digits: null,
      callState: null,
      callDeadline: null,
      keysTyped: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + CODE_LIFE_MS),
      consumedAt: null,
      supersededAt: null,
    };
  }
}
