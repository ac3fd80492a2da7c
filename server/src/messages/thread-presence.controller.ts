import { Permission, threadPresenceRoutes, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { ThreadPresence } from './thread-presence.js';

@Controller()
export class ThreadPresenceController {
  constructor(private readonly presence: ThreadPresence) {}

  @Endpoint(threadPresenceRoutes.attend)
  @Requires(Permission.AnswerMessages)
  attend({ id }: RouteParams<typeof threadPresenceRoutes.attend>, context: RequestContext) {
    return this.presence.attend(context, id);
  }

  @Endpoint(threadPresenceRoutes.leave)
  @Requires(Permission.AnswerMessages)
  leave({ id }: RouteParams<typeof threadPresenceRoutes.leave>, context: RequestContext) {
    return this.presence.leave(context, id);
  }
}
