import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { DAY_MS } from '../../clock/lengths.js';
import { Database } from '../../database/database.js';
import { systemContext } from '../../request/request-context.js';
import { UsersRepository } from '../users/users.repository.js';

const BATCH = 500;

/** Numbers whose set-up nobody finished within a day are dropped (security-rules 5.7). */
@Injectable()
export class AbandonedPhones {
  constructor(
    private readonly users: UsersRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Each in a transaction of its own, with its audit; what is beyond the batch goes in the next hour. */
  async drop(): Promise<void> {
    const givenBefore = new Date(this.clock.now().getTime() - DAY_MS);
    for (const id of await this.users.listWithAbandonedPhone(givenBefore, BATCH)) {
      await this.database.transaction(() => this.dropOne(id, givenBefore));
    }
  }

  private async dropOne(id: string, givenBefore: Date): Promise<void> {
    if (!(await this.users.dropAbandonedPhone(id, givenBefore))) return;
    await this.audit.record(systemContext(), {
      action: 'phone.dropped',
      objectType: 'user',
      objectId: id,
    });
  }
}
