import { Permission, signInRoutes } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Public, Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { CarerSessions } from './carer-sessions.js';
import { Sessions } from './sessions.service.js';
import { SignOut } from './sign-out.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly carerSessions: CarerSessions,
    private readonly leaving: SignOut,
  ) {}

  @Endpoint(signInRoutes.getSession)
  @Public()
  getSession(context: RequestContext) {
    return this.carerSessions.current(context);
  }

  @Endpoint(signInRoutes.recordActivity)
  @Requires(Permission.KeepSession)
  recordActivity(context: RequestContext) {
    return this.sessions.times(context);
  }

  @Endpoint(signInRoutes.signOut)
  @Public()
  signOut(context: RequestContext) {
    return this.leaving.signOut(context);
  }
}
