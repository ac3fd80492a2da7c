import { argon2, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.js';
import type { PasswordGate } from './password-gate.js';
import type { Randomness } from './randomness.js';

/** What one hash costs: memory in KiB, passes over it, lanes. */
export interface Argon2Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** 64 MiB, three passes, one lane (security-rules 4). */
const productionCost: Argon2Cost = { memory: 65_536, passes: 3, parallelism: 1 };

const saltBytes = 16;
const hashBytes = 32;
const stringFormat =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

interface StoredHash {
  cost: Argon2Cost;
  salt: Buffer;
  hash: Buffer;
}

/**
 * Hashes passwords with argon2id over an HMAC under the pepper, and stores cost and salt with the hash in the PHC string
 * form, at most 120 characters. All work goes through the gate, so every method may throw `TooBusy`.
 */
export class PasswordHash {
  private readonly unknownUser: StoredHash;

  constructor(
    private readonly keys: Keys,
    private readonly gate: PasswordGate,
    private readonly randomness: Randomness,
    private readonly cost: Argon2Cost = productionCost,
  ) {
    this.unknownUser = { cost, salt: randomness.bytes(saltBytes), hash: randomness.bytes(hashBytes) };
  }

  /** The string to store. */
  async hash(password: string): Promise<string> {
    const salt = this.randomness.bytes(saltBytes);
    const hash = await this.derive(password, salt, this.cost);
    const { memory, passes, parallelism } = this.cost;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
  }

  /**
   * Whether the password is the one behind the hash. Null stands for an unknown user: the same work on a fixed dummy,
   * and false. Throws when `stored` is no such hash.
   */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const { cost, salt, hash } = stored === null ? this.unknownUser : parse(stored);
    const isEqual = timingSafeEqual(await this.derive(password, salt, cost), hash);
    return isEqual && stored !== null;
  }

  /** Whether the hash was made at another cost than today's: hash anew at the next successful sign-in. */
  needsRehash(stored: string): boolean {
    const { cost } = parse(stored);
    return (
      cost.memory !== this.cost.memory ||
      cost.passes !== this.cost.passes ||
      cost.parallelism !== this.cost.parallelism
    );
  }

  private derive(password: string, salt: Buffer, cost: Argon2Cost): Promise<Buffer> {
    // NFKC: the same word typed on another keyboard is the same password (security-rules 5.4).
    const message = createHmac('sha256', this.keys.pepper)
      .update(password.normalize('NFKC'), 'utf8')
      .digest();
    return this.gate.run(
      () =>
        new Promise((resolve, reject) => {
          const parameters = { message, nonce: salt, tagLength: hashBytes, ...cost };
          argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)));
        }),
    );
  }
}

function parse(stored: string): StoredHash {
  const [, memory, passes, parallelism, salt, hash] = stringFormat.exec(stored) ?? [];
  if (!salt || !hash) throw new Error('The stored password hash is not readable');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
