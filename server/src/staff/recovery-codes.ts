import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import {
  formatHumanCode,
  hashHumanCode,
  newHumanCode,
  parseHumanCode,
  verifyHumanCode,
} from '../crypto/human-code.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Randomness } from '../crypto/randomness.js';
import { RecoveryCodesRepository } from './recovery-codes.repository.js';

const CODES = 10;

/** New codes as the worker sees them once, and the rows to keep. */
export interface NewRecoveryCodes {
  readonly shown: string[];
  readonly hashes: string[];
}

/** Ten single-use codes in place of a lost authenticator app, kept as scrypt (security-rules 6). */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly codes: RecoveryCodesRepository,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
    private readonly randomness: Randomness,
  ) {}

  /** Makes ten codes. Slow by intent, so before the transaction that keeps them. */
  async make(): Promise<NewRecoveryCodes> {
    const codes = Array.from({ length: CODES }, () => newHumanCode(this.randomness));
    const hashes = await Promise.all(codes.map((code) => hashHumanCode(code, this.randomness)));
    return { shown: codes.map(formatHumanCode), hashes };
  }

  /** Keeps them in place of the worker's earlier ones, in the open transaction. */
  keep(workerId: string, { hashes }: NewRecoveryCodes): Promise<void> {
    const rows = hashes.map((codeHash) => ({
      id: this.identifiers.next(),
      workerId,
      codeHash,
      usedAt: null,
    }));
    return this.codes.replace(workerId, rows);
  }

  countLeft(workerId: string): Promise<number> {
    return this.codes.countUnused(workerId);
  }

  /** The id of the worker's unused code that was typed, or null. Every code is compared, whichever fits. */
  async findTyped(workerId: string, typed: string): Promise<string | null> {
    const code = parseHumanCode(typed);
    if (code === null) return null;
    const unused = await this.codes.listUnused(workerId);
    const verdicts = await Promise.all(unused.map(({ codeHash }) => verifyHumanCode(code, codeHash)));
    return unused[verdicts.indexOf(true)]?.id ?? null;
  }

  /** False when it was used meanwhile. */
  use(id: string): Promise<boolean> {
    return this.codes.use(id, this.clock.now());
  }
}
