import { Inject, Injectable } from '@nestjs/common';
import { gatewayRoutes } from '@cso/contract';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { type GatewayAnswer, MailGateway, TextGateway, VoiceGateway } from '../gateways/index.js';
import { Log } from '../log/log.js';
import { type OutboxContent, OutboxSeal } from './outbox-content.js';
import type { OutboxRow } from './outbox.entity.js';
import type { LaneWork } from './outbox-lane.js';
import { OutboxRepository } from './outbox.repository.js';
import { type Delivery, ReportListeners } from './report-listeners.js';

/** Hands rows to their gateways, and tells the other features of those that did not arrive. */
@Injectable()
export class OutboxSender implements LaneWork {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly mail: MailGateway,
    private readonly text: TextGateway,
    private readonly voice: VoiceGateway,
    private readonly rows: OutboxRepository,
    private readonly contents: OutboxSeal,
    private readonly database: Database,
    private readonly listeners: ReportListeners,
    private readonly log: Log,
  ) {}

  async send({ id, content }: OutboxRow): Promise<GatewayAnswer> {
    if (!content) throw new Error('A row that waits to be sent has content');
    return this.hand(id, await this.contents.open(id, content));
  }

  async settle(row: OutboxRow, answer: Exclude<GatewayAnswer, { outcome: 'later' }>): Promise<void> {
    if (answer.outcome === 'taken') {
      await this.rows.settle(row, 'sent');
      return;
    }
    this.log.warn('outbox.refused', { outboxId: row.id, channel: row.channel, code: answer.code });
    await this.giveUp(row, answer.isBounce ? 'bounced' : 'failed');
  }

  /** A code past its life is not sent, however late the gateway comes back (security-rules R6). */
  async expire(row: OutboxRow): Promise<void> {
    this.log.info('outbox.expired', { outboxId: row.id, channel: row.channel });
    await this.giveUp(row, 'expired');
  }

  private giveUp(row: OutboxRow, state: 'bounced' | 'failed' | 'expired'): Promise<void> {
    return this.database.transaction(async () => {
      if (await this.rows.settle(row, state)) await this.tellOfFailure(row, state === 'bounced');
    });
  }

  /** Tells the other features, in the open transaction, that the message did not arrive. */
  async tellOfFailure(row: OutboxRow, isBounce: boolean): Promise<void> {
    const { id, challengeId } = row;
    await this.listeners.tellOfFailure({ ...deliveryOf(row), isBounce });
    if (challengeId) await this.listeners.tellOfCall({ callId: id, challengeId, event: 'failed' });
  }

  /** Tells the other features, in the open transaction, that the message arrived. */
  tellOfDelivery(row: OutboxRow): Promise<void> {
    return this.listeners.tellOfDelivery(deliveryOf(row));
  }

  private hand(id: string, content: OutboxContent): Promise<GatewayAnswer> {
    const { mailFrom, publicOrigin } = this.settings;
    switch (content.channel) {
      case 'mail': {
        const messageId = `<${id}@${new URL(publicOrigin).hostname}>`;
        return this.mail.send({ ...content, id, messageId, from: mailFrom });
      }
      case 'text':
        return this.text.send({ id, to: content.to, body: content.body });
      case 'call': {
        const callbackUrl = `${publicOrigin}${gatewayRoutes.reportVoiceEvent.path}`;
        return this.voice.call({ id, to: content.to, say: content.say, callbackUrl });
      }
    }
  }
}

function deliveryOf({ id, channel, aboutKind, aboutId, createdAt }: OutboxRow): Delivery {
  const about = aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null;
  return { outboxId: id, about, channel, writtenAt: createdAt };
}
