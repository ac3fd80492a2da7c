import {
  Permission,
  signInRoutes,
  type ChooseChannel,
  type RequestPasswordReset,
  type ResetPassword as ResetPasswordBody,
  type SignIn as SignInBody,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Public, Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { SendChallenge } from '../challenges/send-challenge.js';
import { RequestReset } from './request-reset.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

@Controller()
export class SignInController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly challenges: SendChallenge,
    private readonly requesting: RequestReset,
    private readonly resetting: ResetPassword,
  ) {}

  @Endpoint(signInRoutes.signIn)
  @Public()
  signIn(body: SignInBody, context: RequestContext) {
    return this.signingIn.signIn(context, body);
  }

  @Endpoint(signInRoutes.sendCode)
  @Requires(Permission.VerifyPhone)
  sendCode({ channel }: ChooseChannel, context: RequestContext) {
    return this.challenges.send(context, channel);
  }

  @Endpoint(signInRoutes.requestReset)
  @Public()
  requestReset({ email }: RequestPasswordReset, context: RequestContext) {
    return this.requesting.request(context, email);
  }

  @Endpoint(signInRoutes.resendReset)
  @Requires(Permission.ResetPassword)
  resendReset(context: RequestContext) {
    return this.requesting.resend(context);
  }

  @Endpoint(signInRoutes.resetPassword)
  @Requires(Permission.ResetPassword)
  resetPassword(body: ResetPasswordBody, context: RequestContext) {
    return this.resetting.reset(context, body);
  }
}
