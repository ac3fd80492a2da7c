import type { ConfirmTotp, TotpConfirmed, TotpEnrolment } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { OtpEngine } from '../../crypto/otp-engine.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { RecoveryCodes, WorkerCredentials, Workers } from '../../staff/index.js';
import { totpNotEnrolled } from '../identity.errors.js';
import { pendingWorkerId } from './pending-worker.js';
import { SecondFactor } from './second-factor.js';
import { WorkerSessions } from './worker-sessions.js';

/** A worker's first sign-in: the authenticator app and the recovery codes (security-rules 6). */
@Injectable()
export class EnrolTotp {
  constructor(
    private readonly credentials: WorkerCredentials,
    private readonly workers: Workers,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly factor: SecondFactor,
    private readonly workerSessions: WorkerSessions,
    private readonly otp: OtpEngine,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new secret; the one offered before is void. */
  async offer(context: RequestContext): Promise<TotpEnrolment> {
    const workerId = pendingWorkerId(context);
    const { email } = await this.workers.get(workerId);
    const secret = this.otp.newSecret();
    const otpauthUrl = this.otp.totpUrl({ secret, account: email, issuer: this.settings.serviceName });
    await this.database.transaction(async () => {
      await this.credentials.offerTotp(workerId, secret);
      await this.audit.record(context, { action: 'totp.offered', objectType: 'worker', objectId: workerId });
    });
    return { secret: new URL(otpauthUrl).searchParams.get('secret') ?? '', otpauthUrl };
  }

  /** Two consecutive codes prove that secret and clock are right. */
  async confirm(context: RequestContext, { firstCode, secondCode }: ConfirmTotp): Promise<TotpConfirmed> {
    const workerId = pendingWorkerId(context);
    const secret = await this.credentials.findTotpSecret(workerId);
    if (!secret) throw totpNotEnrolled();
    await this.factor.spendTry(workerId);
    const first = this.otp.verifyTotp(secret, firstCode);
    const second = this.otp.verifyTotp(secret, secondCode, first);
    if (first === null || second !== first + 1) return this.factor.refuse(context, workerId, 'totp');
    const codes = await this.recoveryCodes.make();
    const session = await this.database.transaction(async () => {
      if (!(await this.credentials.enrolTotp(workerId, secret, second))) return null;
      await this.recoveryCodes.keep(workerId, codes);
      await this.audit.record(context, { action: 'totp.enrolled', objectType: 'worker', objectId: workerId });
      return this.factor.signIn(context, workerId, 'totp');
    });
    if (!session) return this.factor.refuse(context, workerId, 'totp');
    return { ...(await this.workerSessions.signedIn(session)), recoveryCodes: codes.shown };
  }
}
