import { Module } from '@nestjs/common';
import { Live } from './live.js';
import { LiveCleaning } from './live-cleaning.js';
import { LiveController } from './live.controller.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { LiveFeed } from './live-feed.js';
import { LivePoller } from './live-poller.js';
import { LiveSessions } from './live-sessions.js';
import { LiveStreams } from './live-streams.js';

@Module({
  controllers: [LiveController],
  providers: [LiveEventsRepository, Live, LiveSessions, LiveStreams, LiveFeed, LivePoller, LiveCleaning],
  exports: [Live, LiveSessions],
})
export class LiveModule {}
