import type { LiveKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import type { LiveAudience } from './live-audience.js';
import { LiveEventsRepository } from './live-events.repository.js';

/** How the other features say that something changed for somebody; call inside the transaction of the change. */
@Injectable()
export class Live {
  constructor(
    private readonly events: LiveEventsRepository,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /** Whoever of the audience looks on learns of it within about a second of the commit, at whichever process. */
  async tell(audiences: LiveAudience | readonly LiveAudience[], kind: LiveKind): Promise<void> {
    const at = this.clock.now();
    const each = new Set([audiences].flat());
    await this.events.insert(
      [...each].map((audience) => ({ id: this.identifiers.next(), audience, kind, at })),
    );
  }
}
