import { Injectable } from '@nestjs/common';
import { DemoMailbox } from '../gateways/index.js';
import { notFound, stateChanged } from '../errors/domain-error.js';
import { DemoCarrier } from './demo-carrier.js';

/** The phone of the demo page in the hand of the person who was called. */
@Injectable()
export class DemoPhone {
  constructor(
    private readonly mailbox: DemoMailbox,
    private readonly carrier: DemoCarrier,
  ) {}

  /** Picks up. The words stand on the screen at once, so the prompt counts as said. Throws NOT_FOUND, STATE_CHANGED. */
  async answer(callId: string): Promise<void> {
    await this.requireCall(callId);
    if (!(await this.mailbox.move(callId, 'ringing', 'answered'))) throw stateChanged();
    await this.carrier.reportVoiceEvent({ callId, event: 'answered', machine: false });
    await this.carrier.reportVoiceEvent({ callId, event: 'prompted' });
  }

  /** Presses one key; the voice says goodbye after #. */
  async press(callId: string, key: string): Promise<void> {
    const call = await this.requireCall(callId);
    if (call.state !== 'answered') throw stateChanged();
    await this.carrier.reportVoiceEvent({ callId, event: 'key', key });
    if (key === '#') await this.carrier.end(callId);
  }

  /** 'Do not answer' while it rings, 'Hang up' afterwards. */
  async end(callId: string): Promise<void> {
    await this.requireCall(callId);
    if (!(await this.carrier.end(callId))) throw stateChanged();
  }

  private async requireCall(callId: string) {
    const message = await this.mailbox.find(callId);
    if (message?.channel !== 'call') throw notFound();
    return message;
  }
}
