import { Injectable } from '@nestjs/common';

/** Where mail to a user goes. */
export interface MailContact {
  readonly address: string;
  /** Mail to the address comes back: nothing more is sent to it until somebody has seen to it. */
  readonly isBouncing: boolean;
}

type Answer = (userId: string) => Promise<MailContact | null>;

/**
 * The addresses of users. Only identity has them, which is built upon this feature: it gives its answer at the start
 * (ADR 9).
 */
@Injectable()
export class MailContacts {
  private answer: Answer | undefined;

  answerBy(answer: Answer): void {
    this.answer = answer;
  }

  /** Null for a user who is there no more. */
  find(userId: string): Promise<MailContact | null> {
    if (!this.answer) throw new Error('Nobody answers where mail to users goes');
    return this.answer(userId);
  }
}
