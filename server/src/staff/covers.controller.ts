import { coverRoutes, Permission, type RouteParams, type SetCover } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { Covers } from './covers.js';

@Controller()
export class CoversController {
  constructor(private readonly covers: Covers) {}

  @Endpoint(coverRoutes.list)
  @Requires(Permission.AnswerMessages)
  list(_context: RequestContext) {
    return this.covers.list();
  }

  @Endpoint(coverRoutes.set)
  @Requires(Permission.AnswerMessages)
  set(body: SetCover, context: RequestContext) {
    return this.covers.set(context, body);
  }

  @Endpoint(coverRoutes.end)
  @Requires(Permission.AnswerMessages)
  end({ id }: RouteParams<typeof coverRoutes.end>, context: RequestContext) {
    return this.covers.end(context, id);
  }
}
