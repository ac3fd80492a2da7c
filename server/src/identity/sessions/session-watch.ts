import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveSessions } from '../../live/index.js';
import { Sessions } from './sessions.service.js';

/** A stream of live events ends with its session; identity says when that is. */
@Injectable()
export class SessionWatch implements OnModuleInit {
  constructor(
    private readonly live: LiveSessions,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.live.answerBy((ids) => this.sessions.actorsOf(ids));
  }
}
