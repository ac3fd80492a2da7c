import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { WebhookSecret } from '../gateways/index.js';
import { badSignature } from './notifications.errors.js';

const LONGEST_DRIFT_S = 60;

/** A report as it came: the headers X-Timestamp (unix seconds) and X-Signature, and the bytes that were signed. */
export interface SignedReport {
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly rawBody: Buffer | null;
}

/** Signs and checks what gateways report: hex HMAC-SHA-256 of `timestamp.body` (security-rules 5.6). */
@Injectable()
export class WebhookSignature {
  constructor(
    private readonly secret: WebhookSecret,
    private readonly clock: Clock,
  ) {}

  /** As a gateway does it; the demo's carrier is one. */
  sign(body: object): SignedReport {
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1000));
    const rawBody = Buffer.from(JSON.stringify(body));
    return { timestamp, rawBody, signature: this.mac(timestamp, rawBody).toString('hex') };
  }

  /** Gives the signed body. Throws AUTH_FAILED unless the signature is right and at most 60 s old or ahead. */
  verify({ timestamp, signature, rawBody }: SignedReport): Buffer {
    if (!timestamp || !signature || !rawBody) throw badSignature();
    if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) throw badSignature();
    if (!timingSafeEqual(Buffer.from(signature, 'hex'), this.mac(timestamp, rawBody))) throw badSignature();
    const drift = Math.abs(this.clock.now().getTime() / 1000 - Number(timestamp));
    if (drift > LONGEST_DRIFT_S) throw badSignature();
    return rawBody;
  }

  private mac(timestamp: string, rawBody: Buffer): Buffer {
    return createHmac('sha256', this.secret.value).update(`${timestamp}.`).update(rawBody).digest();
  }
}
