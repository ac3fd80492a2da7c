import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { everyHour } from '../clock/hourly.js';
import { Log } from '../log/log.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { KEPT_MS } from './live-position.js';

/** Forgets every hour the hints that nobody can ask for any more. */
@Injectable()
export class LiveCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: (() => void) | undefined;

  constructor(
    private readonly events: LiveEventsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = everyHour(
      () => this.clean(),
      (error) => this.log.error('live.clean-failed', error),
    );
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  clean(): Promise<void> {
    return this.events.removeOld(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
