import {
  Permission,
  recordingRoutes,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { Recordings } from './recordings.js';

@Controller()
export class RecordingsController {
  constructor(private readonly recordings: Recordings) {}

  @Endpoint(recordingRoutes.list)
  @Requires(Permission.CountersignRecordings)
  list(query: RouteQuery<typeof recordingRoutes.list>, context: RequestContext) {
    return this.recordings.list(context, query);
  }

  @Endpoint(recordingRoutes.get)
  @Requires(Permission.CountersignRecordings)
  get({ id }: RouteParams<typeof recordingRoutes.get>, context: RequestContext) {
    return this.recordings.get(context, id);
  }

  @Endpoint(recordingRoutes.countersign)
  @Requires(Permission.CountersignRecordings)
  countersign({ recordingIds }: RouteBody<typeof recordingRoutes.countersign>, context: RequestContext) {
    return this.recordings.countersign(context, recordingIds);
  }
}
