import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '../clock/lengths.js';
import { Database } from '../database/database.js';

/** A database that takes longer than this counts as gone (security-rules 8 R2). */
const ANSWER_WITHIN_MS = 3 * SECOND_MS;

/** The parts that must answer before the server takes requests. */
export interface Readiness {
  readonly isReady: boolean;
  readonly parts: { readonly database: boolean };
}

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  async readiness(): Promise<Readiness> {
    const database = await Promise.race([this.isAnswering(), wait(ANSWER_WITHIN_MS, false, { ref: false })]);
    return { isReady: database, parts: { database } };
  }

  private isAnswering(): Promise<boolean> {
    return this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
