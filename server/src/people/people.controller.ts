import { Permission, personRoutes, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { PeopleService } from './people.service.js';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Endpoint(personRoutes.search)
  @Requires(Permission.ViewPeople)
  search({ text, kind, cursor }: RouteBody<typeof personRoutes.search>, context: RequestContext) {
    return this.people.search(context, text, kind, cursor);
  }

  @Endpoint(personRoutes.createCarer)
  @Requires(Permission.EditPeople)
  createCarer(body: RouteBody<typeof personRoutes.createCarer>, context: RequestContext) {
    return this.people.createCarer(context, body);
  }

  @Endpoint(personRoutes.createChild)
  @Requires(Permission.EditPeople)
  createChild(body: RouteBody<typeof personRoutes.createChild>, context: RequestContext) {
    return this.people.createChild(context, body);
  }

  @Endpoint(personRoutes.get)
  @Requires(Permission.ViewPeople)
  get({ id }: RouteParams<typeof personRoutes.get>, context: RequestContext) {
    return this.people.get(context, id);
  }

  @Endpoint(personRoutes.update)
  @Requires(Permission.EditPeople)
  update(
    { id }: RouteParams<typeof personRoutes.update>,
    body: RouteBody<typeof personRoutes.update>,
    context: RequestContext,
  ) {
    return this.people.update(context, id, body);
  }
}
