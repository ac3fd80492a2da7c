import { Permission, taskRoutes, type RouteBody, type RouteParams, type RouteQuery } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { WorkService } from './work.service.js';

@Controller()
export class WorkController {
  constructor(private readonly tasks: WorkService) {}

  @Endpoint(taskRoutes.list)
  @Requires(Permission.WorkOnTasks)
  list({ view, cursor }: RouteQuery<typeof taskRoutes.list>, context: RequestContext) {
    return this.tasks.list(context, view, cursor);
  }

  @Endpoint(taskRoutes.count)
  @Requires(Permission.WorkOnTasks)
  count(context: RequestContext) {
    return this.tasks.count(context);
  }

  @Endpoint(taskRoutes.claim)
  @Requires(Permission.WorkOnTasks)
  claim({ id }: RouteParams<typeof taskRoutes.claim>, context: RequestContext) {
    return this.tasks.claim(context, id);
  }

  @Endpoint(taskRoutes.complete)
  @Requires(Permission.WorkOnTasks)
  complete(
    { id }: RouteParams<typeof taskRoutes.complete>,
    body: RouteBody<typeof taskRoutes.complete>,
    context: RequestContext,
  ) {
    return this.tasks.complete(context, id, body);
  }
}
