import { Injectable } from '@nestjs/common';
import type { Actor } from '../request/request-context.js';

type Answer = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;

/**
 * Who stands behind a session now. Only identity knows, which is built upon this feature: it gives its answer at the
 * start (ADR 9).
 */
@Injectable()
export class LiveSessions {
  private answer: Answer | undefined;

  answerBy(answer: Answer): void {
    this.answer = answer;
  }

  /** Those of the sessions that live, without keeping them alive. */
  find(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    if (!this.answer) throw new Error('Nobody answers which sessions live');
    return this.answer(sessionIds);
  }
}
