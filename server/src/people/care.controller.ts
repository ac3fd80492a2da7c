import { Permission, personRoutes, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { CareService } from './care.service.js';

@Controller()
export class CareController {
  constructor(private readonly care: CareService) {}

  @Endpoint(personRoutes.placeChild)
  @Requires(Permission.EditPeople)
  place(body: RouteBody<typeof personRoutes.placeChild>, context: RequestContext) {
    return this.care.place(context, body);
  }

  @Endpoint(personRoutes.endPlacement)
  @Requires(Permission.EditPeople)
  endPlacement(
    { id }: RouteParams<typeof personRoutes.endPlacement>,
    body: RouteBody<typeof personRoutes.endPlacement>,
    context: RequestContext,
  ) {
    return this.care.endPlacement(context, id, body);
  }

  @Endpoint(personRoutes.linkHousehold)
  @Requires(Permission.EditPeople)
  linkHousehold(
    { id }: RouteParams<typeof personRoutes.linkHousehold>,
    { withPersonId }: RouteBody<typeof personRoutes.linkHousehold>,
    context: RequestContext,
  ) {
    return this.care.linkHousehold(context, id, withPersonId);
  }

  @Endpoint(personRoutes.allocateWorker)
  @Requires(Permission.EditPeople)
  allocate(
    { id }: RouteParams<typeof personRoutes.allocateWorker>,
    body: RouteBody<typeof personRoutes.allocateWorker>,
    context: RequestContext,
  ) {
    return this.care.allocate(context, id, body);
  }
}
