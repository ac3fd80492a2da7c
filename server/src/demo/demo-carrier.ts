import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { DeliveryReport, VoiceEvent } from '@cso/contract';
import { Clock } from '../clock/clock.js';
import { Events } from '../events/index.js';
import { DemoMailbox, type DemoMessage, DemoMessageArrived } from '../gateways/index.js';
import { Log } from '../log/log.js';
import { GatewayReports, WebhookSignature } from '../notifications/index.js';

/** How long a call rings (security-rules 5.6). */
const RINGING_MS = 45_000;

/**
 * The demo's post office and telephone company. It reports as a real gateway does: signed, through the same service
 * and the same checks.
 */
@Injectable()
export class DemoCarrier implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly ringing = new Set<NodeJS.Timeout>();

  constructor(
    private readonly mailbox: DemoMailbox,
    private readonly reports: GatewayReports,
    private readonly signature: WebhookSignature,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.events.on(DemoMessageArrived, ({ message }) => this.carry(message));
    for (const message of await this.mailbox.list()) {
      if (message.state === 'ringing') this.ring(message);
    }
  }

  onModuleDestroy(): void {
    this.ringing.forEach((timer) => clearTimeout(timer));
  }

  reportVoiceEvent(event: VoiceEvent): Promise<void> {
    return this.reports.receiveVoiceEvent(this.signature.sign(event));
  }

  /** Nobody picked up, or somebody put the phone down. */
  async end(callId: string): Promise<boolean> {
    const isMissed = await this.mailbox.move(callId, 'ringing', 'missed');
    const isOver = isMissed || (await this.mailbox.move(callId, 'answered', 'ended'));
    if (isOver) await this.reportVoiceEvent({ callId, event: 'ended' });
    return isOver;
  }

  private async carry(message: DemoMessage): Promise<void> {
    const { id, state } = message;
    if (state === 'ringing') this.ring(message);
    if (state === 'bounced' || state === 'failed') await this.reportDelivery({ id, state });
  }

  private reportDelivery(report: DeliveryReport): Promise<void> {
    return this.reports.receiveDelivery(this.signature.sign(report));
  }

  private ring({ id, at }: DemoMessage): void {
    const rungFor = this.clock.now().getTime() - Date.parse(at);
    const timer = setTimeout(() => void this.giveUp(id), Math.max(0, RINGING_MS - rungFor)).unref();
    this.ringing.add(timer);
  }

  private async giveUp(callId: string): Promise<void> {
    try {
      await this.end(callId);
    } catch (error) {
      this.log.error('demo.call-not-ended', error, { callId });
    }
  }
}
