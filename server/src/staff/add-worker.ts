import type { CreateWorker } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { BlindIndex } from '../crypto/blind-index.js';
import { normaliseEmail } from '../crypto/email-key.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import type { RequestContext } from '../request/request-context.js';
import { SetPasswordTokens } from './set-password-tokens.js';
import { emailTaken, invalidEmail } from './staff.errors.js';
import { Teams } from './teams.service.js';
import { WorkerFields } from './worker-fields.js';
import { WorkersRepository } from './workers.repository.js';

/** Adds a worker for the API, `cso worker add` and the demo council. */
@Injectable()
export class AddWorker {
  constructor(
    private readonly workers: WorkersRepository,
    private readonly teams: Teams,
    private readonly tokens: SetPasswordTokens,
    private readonly fields: WorkerFields,
    private readonly blindIndex: BlindIndex,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The new worker and the link by which they set their password. Throws EMAIL_TAKEN. */
  async addWorker(
    context: RequestContext,
    worker: CreateWorker,
  ): Promise<{ id: string; setPasswordLink: string }> {
    if (worker.teamId) await this.teams.get(worker.teamId);
    return this.database.transaction(async () => {
      const id = await this.insert(worker);
      await this.audit.record(context, {
        action: 'worker.added',
        objectType: 'worker',
        objectId: id,
        detail: { role: worker.role, teamId: worker.teamId },
      });
      const token = await this.tokens.issue(id);
      return { id, setPasswordLink: `${this.settings.publicOrigin}/set-password#${token}` };
    });
  }

  private async insert(worker: CreateWorker): Promise<string> {
    const email = normaliseEmail(worker.email);
    if (!email.ok) throw invalidEmail();
    const id = this.identifiers.next();
    const isNew = await this.workers.insert({
      id,
      firstName: await this.fields.seal(id, 'firstName', worker.firstName),
      lastName: await this.fields.seal(id, 'lastName', worker.lastName),
      email: await this.fields.seal(id, 'email', worker.email),
      emailKey: this.blindIndex.email(email.key),
      role: worker.role,
      teamId: worker.teamId,
      isActive: true,
      passwordHash: null,
      totpSecret: null,
      totpLastUsedStep: null,
      totpEnrolledAt: null,
      createdAt: this.clock.now(),
    });
    if (!isNew) throw emailTaken();
    return id;
  }
}
