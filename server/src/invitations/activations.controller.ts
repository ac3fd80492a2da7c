import { accessRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { Activations } from './activations.js';

@Controller()
export class ActivationsController {
  constructor(private readonly activations: Activations) {}

  @Endpoint(accessRoutes.listActivations)
  @Requires(Permission.ActivateAccess)
  list(context: RequestContext) {
    return this.activations.list(context);
  }

  @Endpoint(accessRoutes.activate)
  @Requires(Permission.ActivateAccess)
  activate(
    { id }: RouteParams<typeof accessRoutes.activate>,
    { accessIds }: RouteBody<typeof accessRoutes.activate>,
    context: RequestContext,
  ) {
    return this.activations.activate(context, id, accessIds);
  }

  @Endpoint(accessRoutes.refuse)
  @Requires(Permission.ActivateAccess)
  refuse(
    { id }: RouteParams<typeof accessRoutes.refuse>,
    { accessIds, reason }: RouteBody<typeof accessRoutes.refuse>,
    context: RequestContext,
  ) {
    return this.activations.refuse(context, id, accessIds, reason);
  }
}
