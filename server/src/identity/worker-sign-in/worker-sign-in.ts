import type { WorkerSignedIn, WorkerSignIn as WorkerSignInBody } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { WorkerCredentials } from '../../staff/index.js';
import { EmailAddresses } from '../email-address.js';
import { authFailed } from '../identity.errors.js';
import { Sessions } from '../sessions/sessions.service.js';
import { PasswordAttempts } from '../sign-in/password-attempts.js';
import { WorkerSessions } from './worker-sessions.js';

/** A worker's address and password; the authenticator app comes next, every time. */
@Injectable()
export class WorkerSignIn {
  constructor(
    private readonly credentials: WorkerCredentials,
    private readonly addresses: EmailAddresses,
    private readonly attempts: PasswordAttempts,
    private readonly sessions: Sessions,
    private readonly workerSessions: WorkerSessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async signIn(context: RequestContext, { email, password }: WorkerSignInBody): Promise<WorkerSignedIn> {
    const emailKey = this.addresses.keyOf(email);
    const found = await this.credentials.findByEmailKey(emailKey);
    const storedHash = found?.passwordHash ?? null;
    const subjectId = found?.workerId ?? null;
    await this.attempts.require(context, { kind: 'worker', emailKey, password, storedHash, subjectId });
    if (!found || storedHash === null) throw authFailed();
    const renewed = await this.attempts.renewedHash(password, storedHash);
    const session = await this.database.transaction(async () => {
      // A reset that was quicker has ended every session: none begins by the old password.
      if (!(await this.credentials.confirmPassword(found.workerId, storedHash, renewed))) throw authFailed();
      await this.audit.record(context, {
        action: 'worker_sign_in.password_given',
        objectType: 'worker',
        objectId: found.workerId,
      });
      const stage = found.isTotpEnrolled ? 'totp_check' : 'totp_enrolment';
      return this.sessions.begin(context, { kind: 'worker', stage, subjectId: found.workerId });
    });
    return this.workerSessions.signedIn(session);
  }
}
