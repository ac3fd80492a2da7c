import { accountRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import { OpenedWith } from '../identity/index.js';
import { UnreadAccounts } from '../messages/index.js';
import type { RequestContext } from '../request/request-context.js';
import { DashboardService } from './dashboard.service.js';

@Controller()
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Endpoint(accountRoutes.listMine)
  @Requires(Permission.UseOwnAccounts)
  @OpenedWith(UnreadAccounts)
  listMine(context: RequestContext) {
    return this.dashboard.listMine(context);
  }

  @Endpoint(accountRoutes.dashboard)
  @Requires(Permission.UseOwnAccounts)
  @OpenedWith(UnreadAccounts)
  open({ id }: RouteParams<typeof accountRoutes.dashboard>, context: RequestContext) {
    return this.dashboard.open(context, id);
  }

  @Endpoint(accountRoutes.setNickname)
  @Requires(Permission.UseOwnAccounts)
  setNickname(
    { id }: RouteParams<typeof accountRoutes.setNickname>,
    { nickname }: RouteBody<typeof accountRoutes.setNickname>,
    context: RequestContext,
  ) {
    return this.dashboard.setNickname(context, id, nickname);
  }

  @Endpoint(accountRoutes.whatsNew)
  @Requires(Permission.UseOwnAccounts)
  whatsNew(context: RequestContext) {
    return this.dashboard.listWhatsNew(context);
  }
}
