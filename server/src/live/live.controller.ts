import { liveRoutes, Permission } from '@cso/contract';
import { Controller, StreamableFile } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { LiveStreams } from './live-streams.js';

@Controller()
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Endpoint(liveRoutes.stream)
  @Requires(Permission.KeepSession)
  async stream(context: RequestContext): Promise<StreamableFile> {
    return new StreamableFile(await this.streams.open(context), { type: 'text/event-stream' });
  }
}
