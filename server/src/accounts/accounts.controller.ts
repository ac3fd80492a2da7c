import { accountRoutes, Permission, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { AccountsService } from './accounts.service.js';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Endpoint(accountRoutes.listMine)
  @Requires(Permission.UseOwnAccounts)
  listMine(context: RequestContext) {
    return this.accounts.listMine(context);
  }

  @Endpoint(accountRoutes.dashboard)
  @Requires(Permission.UseOwnAccounts)
  dashboard({ id }: RouteParams<typeof accountRoutes.dashboard>, context: RequestContext) {
    return this.accounts.dashboard(context, id);
  }
}
