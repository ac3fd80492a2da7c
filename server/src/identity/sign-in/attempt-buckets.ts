import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import type { RequestContext } from '../../request/request-context.js';
import { Devices } from '../devices/devices.js';
import { tooManyTries } from '../identity.errors.js';
import { admit } from './attempt-rules.js';
import { AttemptBucketsRepository } from './attempt-buckets.repository.js';

/** Who tries: a carer's or a worker's address, by its blind index. */
export interface Claimant {
  readonly kind: 'carer' | 'worker';
  readonly emailKey: string;
}

/** A try that was let in, and how to take it back or make it good. */
export interface Attempt {
  readonly bucketId: string;
  readonly isLocked: boolean;
}

const MOST_ROUNDS = 50;

/**
 * Counts failed passwords by address and known device, so that strangers cannot lock a known device out
 * (security-rules 5.9). Known and unknown addresses are counted alike.
 */
@Injectable()
export class AttemptBuckets {
  constructor(
    private readonly buckets: AttemptBucketsRepository,
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  /** Counts the try before it is evaluated, so that tries at once are no way around. Throws TOO_MANY_TRIES. */
  async begin(context: RequestContext, claimant: Claimant): Promise<Attempt> {
    const bucketId = await this.bucketIdOf(context, claimant);
    const key = { id: bucketId, subject: claimant.emailKey };
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const seen = await this.buckets.find(bucketId);
      const admission = admit(seen, this.clock.now());
      if (admission.verdict === 'wait') throw tooManyTries(admission.retryAfterMs);
      if (admission.verdict === 'locked') return { bucketId, isLocked: true };
      if (await this.buckets.replace(key, seen, admission.next)) return { bucketId, isLocked: false };
    }
    throw tooManyTries(1000);
  }

  /** The right password clears the bucket of that device only. */
  clear({ bucketId }: Attempt): Promise<void> {
    return this.buckets.remove(bucketId);
  }

  /** Forgets a try that was never evaluated. */
  takeBack({ bucketId }: Attempt): Promise<void> {
    return this.buckets.takeBack(bucketId);
  }

  async clearFor(context: RequestContext, claimant: Claimant): Promise<void> {
    await this.buckets.remove(await this.bucketIdOf(context, claimant));
  }

  /** A worker lets the person try again, wherever they are. */
  clearAll(emailKey: string): Promise<void> {
    return this.buckets.removeAllOf(emailKey);
  }

  private async bucketIdOf({ deviceId }: RequestContext, { kind, emailKey }: Claimant): Promise<string> {
    const isKnown = await this.devices.isKnown(deviceId, emailKey);
    return idOf(kind, emailKey, isKnown && deviceId !== null ? deviceId : 'untrusted');
  }
}

const idOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
