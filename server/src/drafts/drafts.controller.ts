import { draftRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { OpenedAccounts } from '../accounts/index.js';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import { OpenedWith } from '../identity/index.js';
import type { RequestContext } from '../request/request-context.js';
import { Drafts } from './drafts.js';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Endpoint(draftRoutes.list)
  @Requires(Permission.UseOwnAccounts)
  list(context: RequestContext) {
    return this.drafts.list(context);
  }

  @Endpoint(draftRoutes.save)
  @Requires(Permission.UseOwnAccounts)
  @OpenedWith(OpenedAccounts)
  save(body: RouteBody<typeof draftRoutes.save>, context: RequestContext) {
    return this.drafts.save(context, body);
  }

  @Endpoint(draftRoutes.discard)
  @Requires(Permission.UseOwnAccounts)
  discard({ id }: RouteParams<typeof draftRoutes.discard>, context: RequestContext) {
    return this.drafts.discard(context, id);
  }
}
