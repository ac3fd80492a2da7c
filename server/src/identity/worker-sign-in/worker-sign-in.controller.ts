import {
  Permission,
  workerSignInRoutes,
  type ConfirmTotp,
  type RequestWorkerReset as RequestWorkerResetBody,
  type SetWorkerPassword as SetWorkerPasswordBody,
  type UseRecoveryCode,
  type VerifyTotp as VerifyTotpBody,
  type WorkerSignIn as WorkerSignInBody,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Public, Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { SignOut } from '../sessions/sign-out.js';
import { EnrolTotp } from './enrol-totp.js';
import { RequestWorkerReset } from './request-worker-reset.js';
import { SetWorkerPassword } from './set-worker-password.js';
import { VerifyTotp } from './verify-totp.js';
import { WorkerSessions } from './worker-sessions.js';
import { WorkerSignIn } from './worker-sign-in.js';

@Controller()
export class WorkerSignInController {
  constructor(
    private readonly signingIn: WorkerSignIn,
    private readonly enrolling: EnrolTotp,
    private readonly verifying: VerifyTotp,
    private readonly setting: SetWorkerPassword,
    private readonly requesting: RequestWorkerReset,
    private readonly leaving: SignOut,
    private readonly sessions: WorkerSessions,
  ) {}

  @Endpoint(workerSignInRoutes.signIn)
  @Public()
  signIn(body: WorkerSignInBody, context: RequestContext) {
    return this.signingIn.signIn(context, body);
  }

  @Endpoint(workerSignInRoutes.enrolTotp)
  @Requires(Permission.EnrolTotp)
  enrolTotp(context: RequestContext) {
    return this.enrolling.offer(context);
  }

  @Endpoint(workerSignInRoutes.confirmTotp)
  @Requires(Permission.EnrolTotp)
  confirmTotp(body: ConfirmTotp, context: RequestContext) {
    return this.enrolling.confirm(context, body);
  }

  @Endpoint(workerSignInRoutes.verifyTotp)
  @Requires(Permission.VerifyTotp)
  verifyTotp({ code }: VerifyTotpBody, context: RequestContext) {
    return this.verifying.verify(context, code);
  }

  @Endpoint(workerSignInRoutes.useRecoveryCode)
  @Requires(Permission.VerifyTotp)
  useRecoveryCode({ code }: UseRecoveryCode, context: RequestContext) {
    return this.verifying.useRecoveryCode(context, code);
  }

  @Endpoint(workerSignInRoutes.setPassword)
  @Public()
  setPassword(body: SetWorkerPasswordBody, context: RequestContext) {
    return this.setting.set(context, body);
  }

  @Endpoint(workerSignInRoutes.requestReset)
  @Public()
  requestReset({ email }: RequestWorkerResetBody, context: RequestContext) {
    return this.requesting.request(context, email);
  }

  @Endpoint(workerSignInRoutes.signOut)
  @Public()
  signOut(context: RequestContext) {
    return this.leaving.signOut(context);
  }

  @Endpoint(workerSignInRoutes.getSession)
  @Public()
  getSession(context: RequestContext) {
    return this.sessions.current(context);
  }
}
