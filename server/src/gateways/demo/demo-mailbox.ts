import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { FieldCipher } from '../../crypto/field-cipher.js';
import { DemoMailboxContent, DemoMailboxFile } from './demo-mailbox-file.js';
import type { DemoChannel, DemoFailure, DemoMessage, DemoState, KeptMessage } from './demo-message.js';

/** As many as the page can show; the oldest go first. */
const MAILBOX_SIZE = 500;
const DELAY_MS = 5 * 60_000;

export interface DemoChanges {
  readonly revision: number;
  readonly isReset: boolean;
  readonly items: DemoMessage[];
}

type Arrival = Omit<DemoMessage, 'at' | 'state'>;

/** Everything that the demo would have sent. It survives a restart of the server. */
@Injectable()
export class DemoMailbox {
  private readonly file: DemoMailboxFile;
  private opened: Promise<DemoMailboxContent> | null = null;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    cipher: FieldCipher,
    private readonly clock: Clock,
  ) {
    this.file = new DemoMailboxFile(join(settings.dataDir, 'demo', 'outbox.json'), cipher);
  }

  /** Keeps the message; the gateway's second try of one replaces the first. Gives it with the state it has now. */
  async deliver(arrival: Arrival): Promise<DemoMessage> {
    const content = await this.open();
    const how = failureOf(content, arrival);
    const isHidden = how === 'delayed';
    const at = new Date(this.clock.now().getTime() + (isHidden ? DELAY_MS : 0)).toISOString();
    const message = { ...arrival, at, state: stateOf(arrival.channel, how) };
    const others = content.messages.filter(({ id }) => id !== arrival.id);
    content.revision += 1;
    content.messages = [...others, { ...message, revision: content.revision, isHidden }].slice(-MAILBOX_SIZE);
    await this.save(content);
    return message;
  }

  /** What has arrived, oldest first. */
  async list(): Promise<DemoMessage[]> {
    return (await this.arrived()).map(withoutRevision);
  }

  /**
   * What has arrived or changed since the mailbox stood at `since`, and where it stands now. `isReset`: it was emptied
   * meanwhile, and the items are all there is.
   */
  async changesSince(since: number): Promise<DemoChanges> {
    const arrived = await this.arrived();
    const { revision, clearedAt } = await this.open();
    const isReset = since > revision || since < clearedAt;
    const items = arrived.filter((message) => isReset || message.revision > since).map(withoutRevision);
    return { revision, isReset, items };
  }

  async find(id: string): Promise<DemoMessage | null> {
    return (await this.list()).find((message) => message.id === id) ?? null;
  }

  /** Moves a message on, if it still is in the state `from`. */
  async move(id: string, from: DemoState, to: DemoState): Promise<boolean> {
    const content = await this.open();
    const message = content.messages.find((candidate) => candidate.id === id && candidate.state === from);
    if (!message) return false;
    content.revision += 1;
    Object.assign(message, { state: to, revision: content.revision });
    await this.save(content);
    return true;
  }

  /** From now on messages to `to` go wrong like this; `null` makes them arrive again. */
  async fail(to: string, channel: DemoChannel, how: DemoFailure | null): Promise<void> {
    const content = await this.open();
    const others = content.failures.filter((failure) => !isFor(failure, { to, channel }));
    content.failures = how ? [...others, { to, channel, how }] : others;
    await this.save(content);
  }

  async clear(): Promise<void> {
    const content = await this.open();
    const revision = content.revision + 1;
    Object.assign(content, { revision, clearedAt: revision, messages: [], failures: [] });
    await this.save(content);
  }

  private async arrived(): Promise<KeptMessage[]> {
    const content = await this.open();
    const now = this.clock.now().toISOString();
    for (const message of content.messages.filter(({ isHidden, at }) => isHidden && at <= now)) {
      content.revision += 1;
      Object.assign(message, { isHidden: false, revision: content.revision });
    }
    return content.messages.filter(({ isHidden }) => !isHidden);
  }

  private open(): Promise<DemoMailboxContent> {
    return (this.opened ??= this.file.read());
  }

  private save(content: DemoMailboxContent): Promise<void> {
    return this.file.write(() => content);
  }
}

type Destination = Pick<DemoMessage, 'to' | 'channel'>;

const isFor = (failure: Destination, { to, channel }: Destination): boolean =>
  failure.channel === channel && failure.to.toLowerCase() === to.toLowerCase();

const failureOf = (content: DemoMailboxContent, destination: Destination): DemoFailure | null =>
  content.failures.find((failure) => isFor(failure, destination))?.how ?? null;

function stateOf(channel: DemoChannel, how: DemoFailure | null): DemoState {
  if (how === 'bounced') return channel === 'mail' ? 'bounced' : 'failed';
  if (how === 'wrong_number') return 'failed';
  return channel === 'call' ? 'ringing' : 'delivered';
}

const withoutRevision = ({
  revision: _revision,
  isHidden: _isHidden,
  ...message
}: KeptMessage): DemoMessage => message;
