import { Permission, supportRoutes, type RouteBody } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { SupportUsers } from './support-users.js';

type Reason = RouteBody<typeof supportRoutes.clearLocks>;

@Controller()
export class SupportController {
  constructor(private readonly support: SupportUsers) {}

  @Endpoint(supportRoutes.clearLocks)
  @Requires(Permission.SupportUsers)
  clearLocks({ id }: { id: string }, { reason }: Reason, context: RequestContext) {
    return this.support.clearLocks(context, { userId: id, reason });
  }

  @Endpoint(supportRoutes.clearPhone)
  @Requires(Permission.SupportUsers)
  clearPhone({ id }: { id: string }, { reason }: Reason, context: RequestContext) {
    return this.support.clearPhone(context, { userId: id, reason });
  }

  @Endpoint(supportRoutes.resumeMail)
  @Requires(Permission.SupportUsers)
  resumeMail({ id }: { id: string }, { reason }: Reason, context: RequestContext) {
    return this.support.resumeMail(context, { userId: id, reason });
  }

  @Endpoint(supportRoutes.endUserSessions)
  @Requires(Permission.SupportUsers)
  endUserSessions({ id }: { id: string }, { reason }: Reason, context: RequestContext) {
    return this.support.endSessions(context, { userId: id, reason });
  }
}
