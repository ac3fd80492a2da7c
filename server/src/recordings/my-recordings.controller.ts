import { myRecordingRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { MyRecordings } from './my-recordings.js';

@Controller()
export class MyRecordingsController {
  constructor(private readonly recordings: MyRecordings) {}

  @Endpoint(myRecordingRoutes.send)
  @Requires(Permission.UseOwnAccounts)
  send(body: RouteBody<typeof myRecordingRoutes.send>, context: RequestContext) {
    return this.recordings.send(context, body);
  }

  @Endpoint(myRecordingRoutes.search)
  @Requires(Permission.UseOwnAccounts)
  search(body: RouteBody<typeof myRecordingRoutes.search>, context: RequestContext) {
    return this.recordings.search(context, body);
  }

  @Endpoint(myRecordingRoutes.listChildren)
  @Requires(Permission.UseOwnAccounts)
  listChildren(context: RequestContext) {
    return this.recordings.listChildren(context);
  }

  @Endpoint(myRecordingRoutes.get)
  @Requires(Permission.UseOwnAccounts)
  get({ id }: RouteParams<typeof myRecordingRoutes.get>, context: RequestContext) {
    return this.recordings.get(context, id);
  }

  @Endpoint(myRecordingRoutes.add)
  @Requires(Permission.UseOwnAccounts)
  add(
    { id }: RouteParams<typeof myRecordingRoutes.add>,
    { content }: RouteBody<typeof myRecordingRoutes.add>,
    context: RequestContext,
  ) {
    return this.recordings.add(context, id, content);
  }
}
