import {
  Permission,
  signUpRoutes,
  type CompleteSignUp as CompleteSignUpBody,
  type EnrolPhone as EnrolPhoneBody,
  type StartSignUp as StartSignUpBody,
  type VerifySignUpEmail,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Public, Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { EnrolPhone } from '../phones/enrol-phone.js';
import { CompleteSignUp } from './complete-sign-up.js';
import { StartSignUp } from './start-sign-up.js';

@Controller()
export class SignUpController {
  constructor(
    private readonly starting: StartSignUp,
    private readonly completing: CompleteSignUp,
    private readonly enrolling: EnrolPhone,
  ) {}

  @Endpoint(signUpRoutes.start)
  @Public()
  start({ email }: StartSignUpBody, context: RequestContext) {
    return this.starting.start(context, email);
  }

  @Endpoint(signUpRoutes.resendCode)
  @Requires(Permission.SignUp)
  resendCode(context: RequestContext) {
    return this.starting.resend(context);
  }

  @Endpoint(signUpRoutes.verifyEmail)
  @Requires(Permission.SignUp)
  verifyEmail({ code }: VerifySignUpEmail, context: RequestContext) {
    return this.completing.verifyEmail(context, code);
  }

  @Endpoint(signUpRoutes.complete)
  @Requires(Permission.SignUp)
  complete(body: CompleteSignUpBody, context: RequestContext) {
    return this.completing.complete(context, body);
  }

  @Endpoint(signUpRoutes.enrolPhone)
  @Requires(Permission.EnrolPhone)
  enrolPhone(body: EnrolPhoneBody, context: RequestContext) {
    return this.enrolling.enrol(context, body);
  }
}
