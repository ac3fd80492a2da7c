import type { WorkerSignedIn } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { OtpEngine } from '../../crypto/otp-engine.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { RecoveryCodes, WorkerCredentials } from '../../staff/index.js';
import { totpNotEnrolled } from '../identity.errors.js';
import { pendingWorkerId } from './pending-worker.js';
import { SecondFactor } from './second-factor.js';
import { WorkerSessions } from './worker-sessions.js';

/** The code of the authenticator app, or a recovery code in its place; each is good once (security-rules 6). */
@Injectable()
export class VerifyTotp {
  constructor(
    private readonly credentials: WorkerCredentials,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly factor: SecondFactor,
    private readonly workerSessions: WorkerSessions,
    private readonly otp: OtpEngine,
    private readonly database: Database,
  ) {}

  async verify(context: RequestContext, code: string): Promise<WorkerSignedIn> {
    const workerId = pendingWorkerId(context);
    const secret = await this.credentials.findTotpSecret(workerId);
    if (!secret) throw totpNotEnrolled();
    await this.factor.spendTry(workerId);
    const { totpLastUsedStep } = await this.credentials.get(workerId);
    const step = this.otp.verifyTotp(secret, code, totpLastUsedStep);
    if (step === null) return this.factor.refuse(context, workerId, 'totp');
    const session = await this.database.transaction(async () => {
      if (!(await this.credentials.useTotpStep(workerId, step))) return null;
      return this.factor.signIn(context, workerId, 'totp');
    });
    if (!session) return this.factor.refuse(context, workerId, 'totp');
    return this.workerSessions.signedIn(session);
  }

  async useRecoveryCode(context: RequestContext, typed: string): Promise<WorkerSignedIn> {
    const workerId = pendingWorkerId(context);
    await this.factor.spendTry(workerId);
    const codeId = await this.recoveryCodes.findTyped(workerId, typed);
    if (codeId === null) return this.factor.refuse(context, workerId, 'recovery_code');
    const session = await this.database.transaction(async () => {
      if (!(await this.recoveryCodes.use(codeId))) return null;
      return this.factor.signIn(context, workerId, 'recovery_code');
    });
    if (!session) return this.factor.refuse(context, workerId, 'recovery_code');
    return this.workerSessions.signedIn(session);
  }
}
