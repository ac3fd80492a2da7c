import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { changeIf } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { Challenge, type CallState } from './challenge.entity.js';

/** Which call, at which moment: an event of another or an older call changes nothing. */
export interface CallMoment {
  readonly challengeId: string;
  readonly callId: string;
  readonly now: Date;
}

@Injectable()
export class CallsRepository {
  constructor(private readonly database: Database) {}

  find({ challengeId, callId }: CallMoment): Promise<Challenge | null> {
    return this.database.run((manager) =>
      manager.findOneBy(Challenge, { id: challengeId, outboxId: callId }),
    );
  }

  /** Moves a live call on, when it stands at one of `from` and its step came in time. */
  move(moment: CallMoment, from: CallState[], set: Partial<Challenge>): Promise<boolean> {
    const { challengeId, callId, now } = moment;
    return this.database.run((manager) =>
      changeIf(manager, Challenge, {
        where: {
          id: challengeId,
          outboxId: callId,
          callState: In(from),
          callDeadline: MoreThan(now),
          expiresAt: MoreThan(now),
          supersededAt: IsNull(),
          consumedAt: IsNull(),
        },
        set,
      }),
    );
  }

  /** Ends a call that has confirmed nothing yet, also one that is out of time; false when it was over. */
  fail({ challengeId, callId }: CallMoment, isMachine: boolean): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Challenge, {
        where: { id: challengeId, outboxId: callId, callState: In(['calling', 'answered', 'prompted']) },
        set: { callState: 'failed', ...(isMachine && { callDeadline: null }) },
      }),
    );
  }

  /** Voids it wherever it stands, once, unless a machine took the call. */
  deny({ challengeId, callId, now }: CallMoment): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Challenge, {
        where: {
          id: challengeId,
          outboxId: callId,
          callState: Not('denied' as const),
          callDeadline: Not(IsNull()),
        },
        set: { callState: 'denied', supersededAt: now },
      }),
    );
  }

  /** Adds a typed digit to those before it; false when another key came in between. */
  type(moment: CallMoment, before: string, key: string): Promise<boolean> {
    const { challengeId, callId, now } = moment;
    return this.database.run((manager) =>
      changeIf(manager, Challenge, {
        where: {
          id: challengeId,
          outboxId: callId,
          callState: 'prompted',
          callDeadline: MoreThan(now),
          keysTyped: before,
          supersededAt: IsNull(),
        },
        set: { keysTyped: before + key },
      }),
    );
  }
}
