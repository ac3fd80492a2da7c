import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HOUR_MS, MINUTE_MS } from '../clock/lengths.js';
import { Identifiers } from '../crypto/identifiers.js';
import { MailContacts } from './mail-contacts.js';
import type { NoticeEntity, NoticeKind } from './notice.entity.js';
import { NoticesRepository } from './notices.repository.js';
import { Outbox } from './outbox.js';

/** A user gets at most one mail of a kind in this time; what comes meanwhile is told by the next. */
const ONE_EVERY_MS = 5 * MINUTE_MS;
/** What could not be sent or did not arrive is tried again after this time, or when the address is put right. */
const AGAIN_AFTER_MS = HOUR_MS;

const templateOf = { message: 'new-message', recording: 'something-new' } as const;

/**
 * Tells users by mail that something new waits for them: at once, or by one mail for all that came within five minutes.
 * What is to be told stands in the database with what it tells of, so no restart and no bounce loses it.
 */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly contacts: MailContacts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /** Call inside the transaction of what is new. */
  async tell(userId: string, kind: NoticeKind): Promise<void> {
    const notice = await this.notices.lock(this.identifiers.next(), { userId, kind });
    // The mail that waits is not sent before this transaction ends, so it tells of this too.
    if (notice.dueAt !== null) return;
    const freeAt = this.freeAt(notice);
    if (freeAt > this.clock.now()) await this.notices.wait(notice.id, freeAt);
    else await this.send(notice);
  }

  /** Mail reaches the user again, so what waited for that is due. Call inside the transaction that says so. */
  async resume(userId: string): Promise<void> {
    for (const notice of await this.notices.listWaitingOf(userId)) {
      await this.notices.moveWaiting(notice.id, this.freeAt(notice));
    }
  }

  /** Writes the mail into the outbox, or waits while the address sends mail back. */
  async send({ id, userId, kind }: NoticeEntity): Promise<void> {
    const now = this.clock.now();
    const contact = await this.contacts.find(userId);
    if (!contact) return;
    if (contact.isBouncing) return this.notices.wait(id, this.later());
    const mailId = await this.outbox.mail({
      template: templateOf[kind],
      to: contact.address,
      variables: {},
      about: { kind: 'user', id: userId },
    });
    await this.notices.noteSent(id, now, mailId);
  }

  /** The mail came back or was given up, so the user has not been told. */
  putBack(userId: string, mailId: string): Promise<void> {
    return this.notices.putBack(userId, mailId, this.later());
  }

  /** From when on the user may get the next mail of the kind. */
  private freeAt({ lastSentAt }: NoticeEntity): Date {
    const now = this.clock.now().getTime();
    return new Date(Math.max(now, (lastSentAt?.getTime() ?? 0) + ONE_EVERY_MS));
  }

  private later(): Date {
    return new Date(this.clock.now().getTime() + AGAIN_AFTER_MS);
  }
}
