import { Permission, staffRoutes, type CreateWorker } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { StaffService } from './staff.service.js';

@Controller()
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Endpoint(staffRoutes.listWorkers)
  @Requires(Permission.ViewStaff)
  listWorkers(_context: RequestContext) {
    return this.staff.listWorkers();
  }

  @Endpoint(staffRoutes.createWorker)
  @Requires(Permission.EditStaff)
  createWorker(body: CreateWorker, context: RequestContext) {
    return this.staff.createWorker(context, body);
  }

  @Endpoint(staffRoutes.listTeams)
  @Requires(Permission.ViewStaff)
  listTeams(_context: RequestContext) {
    return this.staff.listTeams();
  }
}
