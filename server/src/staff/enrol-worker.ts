import type { CreateWorker } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { PasswordHash } from '../crypto/password-hash.js';
import { Database } from '../database/database.js';
import type { RequestContext } from '../request/request-context.js';
import { AddWorker } from './add-worker.js';
import { WorkerCredentials } from './worker-credentials.js';

/** A worker whose password and authenticator secret are known beforehand. */
export interface EnrolledWorker extends CreateWorker {
  readonly password: string;
  /** At least 16 bytes. */
  readonly totpSecret: Buffer;
}

/** For the demo council alone: its workers sign in with the credentials that the README prints. */
@Injectable()
export class EnrolWorker {
  constructor(
    private readonly adding: AddWorker,
    private readonly credentials: WorkerCredentials,
    private readonly passwordHash: PasswordHash,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws outside the demo: there nobody but the worker may know the credentials. */
  async enrolWorker(context: RequestContext, worker: EnrolledWorker): Promise<{ id: string }> {
    if (this.settings.mode !== 'demo')
      throw new Error('Workers with given credentials exist in the demo only');
    const { password, totpSecret, ...rest } = worker;
    const hash = await this.passwordHash.hash(password);
    return this.database.transaction(async () => {
      const { id } = await this.adding.addWorker(context, rest);
      await this.credentials.setPassword(id, hash);
      await this.credentials.offerTotp(id, totpSecret);
      await this.credentials.enrolTotp(id, totpSecret, 0);
      return { id };
    });
  }
}
