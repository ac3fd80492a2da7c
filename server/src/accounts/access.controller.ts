import { accessRoutes, Permission, type RouteBody, type RouteParams, type RouteQuery } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { AccessService } from './access.service.js';

@Controller()
export class AccessController {
  constructor(private readonly access: AccessService) {}

  @Endpoint(accessRoutes.list)
  @Requires(Permission.ViewPeople)
  list(query: RouteQuery<typeof accessRoutes.list>, context: RequestContext) {
    return this.access.list(context, query);
  }

  @Endpoint(accessRoutes.end)
  @Requires(Permission.EndAccess)
  end(
    { id }: RouteParams<typeof accessRoutes.end>,
    { reason }: RouteBody<typeof accessRoutes.end>,
    context: RequestContext,
  ) {
    return this.access.change(context, id, 'end', reason);
  }

  @Endpoint(accessRoutes.suspend)
  @Requires(Permission.EndAccess)
  suspend(
    { id }: RouteParams<typeof accessRoutes.suspend>,
    { reason }: RouteBody<typeof accessRoutes.suspend>,
    context: RequestContext,
  ) {
    return this.access.change(context, id, 'suspend', reason);
  }

  @Endpoint(accessRoutes.resume)
  @Requires(Permission.EndAccess)
  resume(
    { id }: RouteParams<typeof accessRoutes.resume>,
    { reason }: RouteBody<typeof accessRoutes.resume>,
    context: RequestContext,
  ) {
    return this.access.change(context, id, 'resume', reason);
  }
}
