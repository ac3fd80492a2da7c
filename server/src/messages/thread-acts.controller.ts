import { inboxRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { FileThread } from './file-thread.js';
import { HoldThread } from './hold-thread.js';
import { MoveThread } from './move-thread.js';
import { SettleThread } from './settle-thread.js';

/** What workers do with a thread. */
@Controller()
export class ThreadActsController {
  constructor(
    private readonly hold: HoldThread,
    private readonly settling: SettleThread,
    private readonly moving: MoveThread,
    private readonly filing: FileThread,
  ) {}

  @Endpoint(inboxRoutes.claim)
  @Requires(Permission.AnswerMessages)
  claim(
    { id }: RouteParams<typeof inboxRoutes.claim>,
    body: RouteBody<typeof inboxRoutes.claim>,
    context: RequestContext,
  ) {
    return this.hold.claim(context, id, body);
  }

  @Endpoint(inboxRoutes.release)
  @Requires(Permission.AnswerMessages)
  release({ id }: RouteParams<typeof inboxRoutes.release>, context: RequestContext) {
    return this.hold.release(context, id);
  }

  @Endpoint(inboxRoutes.redirect)
  @Requires(Permission.AnswerMessages)
  redirect(
    { id }: RouteParams<typeof inboxRoutes.redirect>,
    body: RouteBody<typeof inboxRoutes.redirect>,
    context: RequestContext,
  ) {
    return this.hold.redirect(context, id, body);
  }

  @Endpoint(inboxRoutes.move)
  @Requires(Permission.AnswerMessages)
  move(
    { id }: RouteParams<typeof inboxRoutes.move>,
    body: RouteBody<typeof inboxRoutes.move>,
    context: RequestContext,
  ) {
    return this.moving.move(context, id, body);
  }

  @Endpoint(inboxRoutes.close)
  @Requires(Permission.AnswerMessages)
  close({ id }: RouteParams<typeof inboxRoutes.close>, context: RequestContext) {
    return this.settling.close(context, id);
  }

  @Endpoint(inboxRoutes.reopen)
  @Requires(Permission.AnswerMessages)
  reopen({ id }: RouteParams<typeof inboxRoutes.reopen>, context: RequestContext) {
    return this.settling.reopen(context, id);
  }

  @Endpoint(inboxRoutes.snooze)
  @Requires(Permission.AnswerMessages)
  snooze(
    { id }: RouteParams<typeof inboxRoutes.snooze>,
    body: RouteBody<typeof inboxRoutes.snooze>,
    context: RequestContext,
  ) {
    return this.settling.snooze(context, id, body);
  }

  @Endpoint(inboxRoutes.lock)
  @Requires(Permission.LockThreads)
  lock(
    { id }: RouteParams<typeof inboxRoutes.lock>,
    body: RouteBody<typeof inboxRoutes.lock>,
    context: RequestContext,
  ) {
    return this.settling.lock(context, id, body);
  }

  @Endpoint(inboxRoutes.unlock)
  @Requires(Permission.LockThreads)
  unlock({ id }: RouteParams<typeof inboxRoutes.unlock>, context: RequestContext) {
    return this.settling.unlock(context, id);
  }

  @Endpoint(inboxRoutes.file)
  @Requires(Permission.AnswerMessages)
  file(
    { id }: RouteParams<typeof inboxRoutes.file>,
    body: RouteBody<typeof inboxRoutes.file>,
    context: RequestContext,
  ) {
    return this.filing.file(context, id, body);
  }
}
