import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DeliveryReport, VoiceEvent } from '@cso/contract';
import type { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import { malformedReport } from './notifications.errors.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxSender } from './outbox-sender.js';
import { ReportListeners } from './report-listeners.js';
import { type SignedReport, WebhookSignature } from './webhook-signature.js';

/**
 * Takes in what gateways report. Every report passes the same checks, the demo's too: signature, age, an id that we
 * sent, and once (security-rules 5.6). What follows from a report commits with it or not at all, so that the gateway's
 * repeat of one that failed finds it new.
 */
@Injectable()
export class GatewayReports {
  constructor(
    private readonly signature: WebhookSignature,
    private readonly rows: OutboxRepository,
    private readonly sender: OutboxSender,
    private readonly database: Database,
    private readonly listeners: ReportListeners,
    private readonly clock: Clock,
  ) {}

  /** What became of a message: the worker of an invitation or a carer learns of a bounce this way. */
  async receiveDelivery(signed: SignedReport): Promise<void> {
    const { id, state } = this.read(signed, DeliveryReport);
    await this.database.transaction(async () => {
      const row = await this.rows.find(id);
      if (!row) throw notFound();
      if (!(await this.rows.applyReport(id, state))) return;
      if (state === 'delivered') await this.sender.tellOfDelivery(row);
      else await this.sender.tellOfFailure(row, state === 'bounced');
    });
  }

  /** A step of a call, passed on to whoever waits for the # key. */
  async receiveVoiceEvent(signed: SignedReport): Promise<void> {
    const report = this.read(signed, VoiceEvent);
    const { callId, event, key, machine } = report;
    if ((event === 'key') !== (key !== undefined)) throw malformedReport();
    await this.database.transaction(async () => {
      const row = await this.rows.find(callId);
      if (row?.channel !== 'call' || !row.challengeId) throw notFound();
      if (!(await this.rows.recordReport(digestOf(report, signed), this.clock.now()))) return;
      const { challengeId } = row;
      await this.listeners.tellOfCall({ callId, challengeId, event, key, isMachine: machine });
    });
  }

  /** Reads the very bytes that were signed. */
  private read<S extends z.ZodType>(signed: SignedReport, schema: S): z.infer<S> {
    const body = this.signature.verify(signed);
    const report = schema.safeParse(JSON.parse(body.toString('utf8')));
    if (!report.success) throw malformedReport();
    return report.data;
  }
}

/**
 * What makes a report the same as one before. A call is answered, prompted and ended once, whatever the timestamp of
 * the gateway's retry; a key may be pressed twice, so there the signed bytes decide.
 */
function digestOf({ callId, event }: VoiceEvent, { signature }: SignedReport): string {
  return createHash('sha256')
    .update(event === 'key' ? `key.${signature}` : `${callId}.${event}`)
    .digest('hex');
}
