import { createHmac, timingSafeEqual } from 'node:crypto';
import speakeasy from 'speakeasy';
import type { Clock } from '../clock/clock.js';
import { parseChallengeCode } from './challenge-code.js';
import type { Randomness } from './randomness.js';

const digits = 6;
const stepSeconds = 30;
const secretBytes = 20;
const minimumSecretBytes = 16;
/** One step either side. A number: speakeasy adds a string to itself and takes "1" for ten steps. */
const windowSteps = 1;

export interface TotpAccount {
  secret: Buffer;
  /** Whose account, as the authenticator app shows it. */
  account: string;
  issuer: string;
}

/**
 * One-time codes (security-rules 6). The only file that imports speakeasy, which is unmaintained and takes empty secrets,
 * "26920x" for 26920, and options out of a request; so options are constants here and every answer is computed again
 * with node:crypto.
 */
export class OtpEngine {
  /** `alarm` is told, without any secret, when the two implementations disagree; the code is refused then. */
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly alarm: (fact: string) => void,
  ) {}

  /** A new secret for an authenticator app: 20 random bytes. */
  newSecret(): Buffer {
    return this.randomness.bytes(secretBytes);
  }

  /** What the QR code says. It holds the secret: draw it on this site and send it nowhere. */
  totpUrl({ secret, account, issuer }: TotpAccount): string {
    assertSecret(secret);
    const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
    const parameters = [
      `secret=${base32(secret)}`,
      `issuer=${encodeURIComponent(issuer)}`,
      'algorithm=SHA1',
      `digits=${digits}`,
      `period=${stepSeconds}`,
    ];
    return `otpauth://totp/${label}?${parameters.join('&')}`;
  }

  /**
   * The 30-second step that a typed code of an authenticator app belongs to; null when it is wrong or its step is not
   * after `lastUsedStep`. To make a code good for one use, store the step with `changeIf` where the stored one is lower,
   * and refuse when that changes nothing. Throws when the secret has fewer than 16 bytes.
   */
  verifyTotp(secret: Buffer, typed: unknown, lastUsedStep: number | null = null): number | null {
    assertSecret(secret);
    const code = parseChallengeCode(typed);
    if (code === null) return null;
    const seconds = Math.floor(this.clock.now().getTime() / 1000);
    const match = speakeasy.totp.verifyDelta({
      secret: secret.toString('hex'),
      encoding: 'hex',
      algorithm: 'sha1',
      digits,
      step: stepSeconds,
      window: windowSteps,
      time: seconds,
      token: code,
    });
    if (!match) return null;
    const step = Math.floor(seconds / stepSeconds) + match.delta;
    if (!this.agrees(secret, step, code)) return null;
    return lastUsedStep !== null && step <= lastUsedStep ? null : step;
  }

  /** A new 6-digit code for a text or a call: HOTP over a secret that is used once and thrown away. */
  newCode(): string {
    const secret = this.newSecret();
    assertSecret(secret);
    const code = speakeasy.hotp({
      secret: secret.toString('hex'),
      encoding: 'hex',
      algorithm: 'sha1',
      digits,
      counter: 0,
    });
    if (!this.agrees(secret, 0, code)) throw new Error('The code generator is broken');
    return code;
  }

  private agrees(secret: Buffer, counter: number, code: string): boolean {
    const expected = Buffer.from(hotp(secret, counter), 'utf8');
    const actual = Buffer.from(code, 'utf8');
    if (expected.length === actual.length && timingSafeEqual(expected, actual)) return true;
    this.alarm('otp-implementations-disagree');
    return false;
  }
}

/** RFC 4226 with node:crypto: the second opinion, and the way out should speakeasy be dropped. */
function hotp(secret: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', secret).update(message).digest();
  const offset = digest[digest.length - 1]! & 0x0f;
  const truncated = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** An empty key has codes that anybody can compute. */
function assertSecret(secret: Buffer): void {
  if (!Buffer.isBuffer(secret) || secret.length < minimumSecretBytes) {
    throw new Error(`A one-time code needs a secret of at least ${minimumSecretBytes} bytes`);
  }
}

/** RFC 4648 without padding, as authenticator apps read it. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}
