import {
  mySignInRoutes,
  Permission,
  type ChangePassword as ChangePasswordBody,
  type RouteParams,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { MySessions } from '../sessions/my-sessions.js';
import { ChangePassword } from './change-password.js';

@Controller()
export class MySignInController {
  constructor(
    private readonly passwords: ChangePassword,
    private readonly sessions: MySessions,
  ) {}

  @Endpoint(mySignInRoutes.changePassword)
  @Requires(Permission.ManageOwnSignIn)
  changePassword(body: ChangePasswordBody, context: RequestContext) {
    return this.passwords.change(context, body);
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
