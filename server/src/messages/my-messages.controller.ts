import {
  myMessageRoutes,
  Permission,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { OpenedAccounts } from '../accounts/index.js';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import { OpenedWith } from '../identity/index.js';
import type { RequestContext } from '../request/request-context.js';
import { MySending } from './my-sending.js';
import { MyThreads } from './my-threads.js';

@Controller()
export class MyMessagesController {
  constructor(
    private readonly threads: MyThreads,
    private readonly sending: MySending,
  ) {}

  @Endpoint(myMessageRoutes.listRecipients)
  @Requires(Permission.UseOwnAccounts)
  listRecipients({ id }: RouteParams<typeof myMessageRoutes.listRecipients>, context: RequestContext) {
    return this.sending.listRecipients(context, id);
  }

  @Endpoint(myMessageRoutes.listThreads)
  @Requires(Permission.UseOwnAccounts)
  @OpenedWith(OpenedAccounts)
  listThreads(query: RouteQuery<typeof myMessageRoutes.listThreads>, context: RequestContext) {
    return this.threads.list(context, query);
  }

  @Endpoint(myMessageRoutes.getThread)
  @Requires(Permission.UseOwnAccounts)
  @OpenedWith(OpenedAccounts)
  getThread(
    { id }: RouteParams<typeof myMessageRoutes.getThread>,
    { cursor }: RouteQuery<typeof myMessageRoutes.getThread>,
    context: RequestContext,
  ) {
    return this.threads.get(context, id, cursor);
  }

  @Endpoint(myMessageRoutes.startThread)
  @Requires(Permission.UseOwnAccounts)
  startThread(body: RouteBody<typeof myMessageRoutes.startThread>, context: RequestContext) {
    return this.sending.start(context, body);
  }

  @Endpoint(myMessageRoutes.reply)
  @Requires(Permission.UseOwnAccounts)
  reply(
    { id }: RouteParams<typeof myMessageRoutes.reply>,
    { body }: RouteBody<typeof myMessageRoutes.reply>,
    context: RequestContext,
  ) {
    return this.sending.reply(context, id, body);
  }

  @Endpoint(myMessageRoutes.markRead)
  @Requires(Permission.UseOwnAccounts)
  markRead(
    { id }: RouteParams<typeof myMessageRoutes.markRead>,
    { upToMessageId }: RouteBody<typeof myMessageRoutes.markRead>,
    context: RequestContext,
  ) {
    return this.threads.markRead(context, id, upToMessageId);
  }

  @Endpoint(myMessageRoutes.withdraw)
  @Requires(Permission.UseOwnAccounts)
  withdraw({ id }: RouteParams<typeof myMessageRoutes.withdraw>, context: RequestContext) {
    return this.sending.withdraw(context, id);
  }
}
