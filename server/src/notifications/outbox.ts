import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import type { TemplatedMail } from './mail-variables.js';
import { type OutboxContent, OutboxSeal } from './outbox-content.js';
import type { About } from './outbox.entity.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRepository } from './outbox.repository.js';
import { callWords, codeText, phoneChangedText } from './phone-words.js';
import { writeMail } from './write-mail.js';

/** How long a message is tried that is not about something shorter. */
const LIFE_MS = 3 * 24 * 3_600_000;

interface Terms {
  readonly about?: About;
  readonly challengeId?: string;
  readonly notAfter: Date;
}

/**
 * Sends by writing: each method adds a row to the caller's transaction, and the relay sends it after the commit. So
 * nothing is sent of what was rolled back, and a gateway that is down stops nobody (security-rules R5, R6).
 */
@Injectable()
export class Outbox {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
    private readonly database: Database,
    private readonly rows: OutboxRepository,
    private readonly contents: OutboxSeal,
    private readonly relay: OutboxRelay,
  ) {}

  /** Sends an e-mail; gives its outbox id. Without `notAfter` it is given up after three days. */
  mail({ to, about, notAfter, ...mail }: TemplatedMail & MailTerms): Promise<string> {
    const content = { channel: 'mail', to, ...writeMail(mail as TemplatedMail, this.settings) } as const;
    return this.add(content, { about, notAfter: notAfter ?? this.inThreeDays() });
  }

  /** Sends a code by text. `to` in E.164; gives the outbox id. */
  text({
    to,
    code,
    about,
    notAfter,
  }: {
    to: string;
    code: string;
    about?: About;
    notAfter: Date;
  }): Promise<string> {
    return this.add({ channel: 'text', to, body: codeText(code, this.settings) }, { about, notAfter });
  }

  /** Tells by text that the number of an account was changed. `to` in E.164. */
  phoneChanged({ to, about }: { to: string; about: About }): Promise<string> {
    const content = { channel: 'text', to, body: phoneChangedText(this.settings) } as const;
    return this.add(content, { about, notAfter: this.inThreeDays() });
  }

  /** Calls and asks for the # key. `digits` are the two of the page. Gives the id that the events carry as callId. */
  call({ to, digits, challengeId, notAfter }: OutgoingChallenge): Promise<string> {
    return this.add(
      { channel: 'call', to, say: callWords(digits, this.settings) },
      { challengeId, notAfter },
    );
  }

  private inThreeDays(): Date {
    return new Date(this.clock.now().getTime() + LIFE_MS);
  }

  private async add(content: OutboxContent, { about, challengeId, notAfter }: Terms): Promise<string> {
    const id = this.identifiers.next();
    const now = this.clock.now();
    await this.rows.insert({
      id,
      channel: content.channel,
      state: 'waiting',
      content: await this.contents.seal(id, content),
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      challengeId: challengeId ?? null,
      attempts: 0,
      createdAt: now,
      nextAttemptAt: now,
      notAfter,
    });
    this.database.afterCommit(() => this.relay.wake());
    return id;
  }
}

interface MailTerms {
  readonly to: string;
  readonly about?: About;
  readonly notAfter?: Date;
}

interface OutgoingChallenge {
  readonly to: string;
  readonly digits: string;
  readonly challengeId: string;
  readonly notAfter: Date;
}
