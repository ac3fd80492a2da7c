import type { VoiceEvent } from '@cso/contract';
import type { AboutKind, Channel } from './outbox.entity.js';

/** What a message was about, as its sender said. */
export interface About {
  readonly kind: AboutKind;
  readonly id: string;
}

/** A message did not reach its recipient and will not be tried again. `isBounce`: the address itself was refused. */
export class DeliveryFailed {
  readonly outboxId: string;
  readonly about: About | null;
  readonly channel: Channel;
  readonly isBounce: boolean;

  constructor(facts: { outboxId: string; about: About | null; channel: Channel; isBounce: boolean }) {
    Object.assign(this, facts);
  }
}

/** A step of an automated call. `failed`: it never rang. */
export class CallProgressed {
  readonly callId: string;
  readonly challengeId: string;
  readonly event: VoiceEvent['event'] | 'failed';
  readonly key?: string;
  readonly isMachine?: boolean;

  constructor(facts: {
    callId: string;
    challengeId: string;
    event: CallProgressed['event'];
    key?: string;
    isMachine?: boolean;
  }) {
    Object.assign(this, facts);
  }
}
