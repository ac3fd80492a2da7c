import { Injectable } from '@nestjs/common';
import type { VoiceEvent } from '@cso/contract';
import type { About, Channel } from './outbox.entity.js';

/** A message that its gateway reports as delivered. */
export interface Delivery {
  readonly outboxId: string;
  readonly about: About | null;
  readonly channel: Channel;
  readonly writtenAt: Date;
}

/** A message did not reach its recipient and will not be tried again. `isBounce`: the address itself was refused. */
export interface FailedDelivery extends Delivery {
  readonly isBounce: boolean;
}

/** A step of an automated call. `failed`: it never rang. */
export interface CallStep {
  readonly callId: string;
  readonly challengeId: string;
  readonly event: VoiceEvent['event'] | 'failed';
  readonly key?: string;
  readonly isMachine?: boolean;
}

type Listener<Fact> = (fact: Fact) => Promise<void>;

/**
 * The features that must act on what gateways report. Unlike listeners to events they run inside the transaction that
 * takes the report in: when one fails, nothing of the report was, and the gateway sends it again. So they do database
 * work only, and may be run twice.
 */
@Injectable()
export class ReportListeners {
  private readonly ofDeliveries: Listener<Delivery>[] = [];
  private readonly ofFailures: Listener<FailedDelivery>[] = [];
  private readonly ofCalls: Listener<CallStep>[] = [];

  onDelivery(listener: Listener<Delivery>): void {
    this.ofDeliveries.push(listener);
  }

  onFailure(listener: Listener<FailedDelivery>): void {
    this.ofFailures.push(listener);
  }

  onCall(listener: Listener<CallStep>): void {
    this.ofCalls.push(listener);
  }

  async tellOfDelivery(delivery: Delivery): Promise<void> {
    for (const listener of this.ofDeliveries) await listener(delivery);
  }

  async tellOfFailure(failure: FailedDelivery): Promise<void> {
    for (const listener of this.ofFailures) await listener(failure);
  }

  async tellOfCall(step: CallStep): Promise<void> {
    for (const listener of this.ofCalls) await listener(step);
  }
}
