import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The parts that must answer before the server takes requests. */
export interface Readiness {
  readonly isReady: boolean;
  readonly parts: { readonly database: boolean };
}

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  async readiness(): Promise<Readiness> {
    const database = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return { isReady: database, parts: { database } };
  }
}
