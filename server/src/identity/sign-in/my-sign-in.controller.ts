import {
  mySignInRoutes,
  Permission,
  type ChangePassword as ChangePasswordBody,
  type ChooseChannel,
  type ConfirmPhone,
  type EnrolPhone,
  type RouteParams,
  type VerifyChallenge,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { SendChallenge } from '../challenges/send-challenge.js';
import { StepUp } from '../challenges/step-up.js';
import { ChangePhone } from '../phones/change-phone.js';
import { MySessions } from '../sessions/my-sessions.js';
import { ChangePassword } from './change-password.js';
import { MySignIn } from './my-sign-in.js';

@Controller()
export class MySignInController {
  constructor(
    private readonly signIn: MySignIn,
    private readonly passwords: ChangePassword,
    private readonly sending: SendChallenge,
    private readonly stepUp: StepUp,
    private readonly phones: ChangePhone,
    private readonly sessions: MySessions,
  ) {}

  @Endpoint(mySignInRoutes.get)
  @Requires(Permission.ManageOwnSignIn)
  get(context: RequestContext) {
    return this.signIn.get(context);
  }

  @Endpoint(mySignInRoutes.changePassword)
  @Requires(Permission.ManageOwnSignIn)
  changePassword(body: ChangePasswordBody, context: RequestContext) {
    return this.passwords.change(context, body);
  }

  @Endpoint(mySignInRoutes.sendStepUpCode)
  @Requires(Permission.ManageOwnSignIn)
  sendStepUpCode({ channel }: ChooseChannel, context: RequestContext) {
    return this.sending.sendStepUp(context, channel);
  }

  @Endpoint(mySignInRoutes.verifyStepUp)
  @Requires(Permission.ManageOwnSignIn)
  verifyStepUp({ id }: { id: string }, { code }: VerifyChallenge, context: RequestContext) {
    return this.stepUp.prove(context, id, code);
  }

  @Endpoint(mySignInRoutes.changePhone)
  @Requires(Permission.ManageOwnSignIn)
  changePhone(body: EnrolPhone, context: RequestContext) {
    return this.phones.begin(context, body);
  }

  @Endpoint(mySignInRoutes.confirmPhone)
  @Requires(Permission.ManageOwnSignIn)
  confirmPhone(body: ConfirmPhone, context: RequestContext) {
    return this.phones.confirm(context, body);
  }

  @Endpoint(mySignInRoutes.listSessions)
  @Requires(Permission.ManageOwnSignIn)
  listSessions(context: RequestContext) {
    return this.sessions.list(context);
  }

  @Endpoint(mySignInRoutes.endSession)
  @Requires(Permission.ManageOwnSignIn)
  endSession({ id }: RouteParams<typeof mySignInRoutes.endSession>, context: RequestContext) {
    return this.sessions.end(context, id);
  }

  @Endpoint(mySignInRoutes.endAllSessions)
  @Requires(Permission.ManageOwnSignIn)
  endAllSessions(context: RequestContext) {
    return this.sessions.endAll(context);
  }
}
