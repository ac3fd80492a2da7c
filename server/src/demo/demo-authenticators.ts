import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { demoTotpSecret, demoWorkers } from './demo-people.js';

const STEP_S = 30;

export interface DemoAuthenticator {
  readonly email: string;
  readonly code: string;
  readonly secondsLeft: number;
}

/** The demo workers' authenticator apps. */
@Injectable()
export class DemoAuthenticators {
  constructor(private readonly clock: Clock) {}

  list(): DemoAuthenticator[] {
    const seconds = Math.floor(this.clock.now().getTime() / 1000);
    const secondsLeft = STEP_S - (seconds % STEP_S);
    return demoWorkers.map(({ email }) => ({
      email,
      code: totp(demoTotpSecret(email), seconds),
      secondsLeft,
    }));
  }
}

/** As an app on a phone computes it (RFC 6238), apart from the server's own engine. */
function totp(secret: Buffer, seconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP_S)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
