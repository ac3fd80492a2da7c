import type { SetWorkerPassword as SetWorkerPasswordBody } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { SetPasswordTokens, WorkerCredentials } from '../../staff/index.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { Sessions } from '../sessions/sessions.service.js';
import { PasswordOwners } from '../sign-in/password-owners.js';

/** The first password of a worker, by the link of `cso worker add`: once, within a day. */
@Injectable()
export class SetWorkerPassword {
  constructor(
    private readonly tokens: SetPasswordTokens,
    private readonly credentials: WorkerCredentials,
    private readonly owners: PasswordOwners,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async set(context: RequestContext, { token, ...typed }: SetWorkerPasswordBody): Promise<void> {
    const workerId = await this.tokens.getWorkerId(token);
    const passwordHash = await this.newPasswords.choose(typed, await this.owners.getWorker(workerId));
    await this.database.transaction(async () => {
      await this.tokens.use(token);
      await this.credentials.setPassword(workerId, passwordHash);
      await this.sessions.endAllOf(workerId);
      await this.audit.record(context, { action: 'password.set', objectType: 'worker', objectId: workerId });
    });
  }
}
