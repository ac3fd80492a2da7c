import { Injectable } from '@nestjs/common';
import { type DemoChanges, DemoMailbox, type DemoMessage } from '../gateways/index.js';
import { demoCarers, demoWorkers } from './demo-people.js';
import type { DemoPerson, FailDelivery } from './demo.routes.js';

/** What the demo page and test rigs read. */
@Injectable()
export class DemoOutbox {
  constructor(private readonly mailbox: DemoMailbox) {}

  /** What was sent to `to` after a moment or a message, oldest first; everything, where these are missing. */
  async list({ to, after }: { to?: string; after?: string }): Promise<DemoMessage[]> {
    const messages = await this.mailbox.list();
    const from = messages.findIndex(({ id }) => id === after) + 1;
    const later =
      from > 0 ? messages.slice(from) : messages.filter(({ at }) => after === undefined || at > after);
    return to === undefined ? later : later.filter((message) => isSameAddress(message.to, to));
  }

  changesSince(revision: number): Promise<DemoChanges> {
    return this.mailbox.changesSince(revision);
  }

  fail({ to, channel, how }: FailDelivery): Promise<void> {
    return this.mailbox.fail(to, channel, how === 'none' ? null : how);
  }

  listPeople(): DemoPerson[] {
    const workers = demoWorkers.map(({ firstName, lastName, email, role, password, note }) => ({
      name: `${firstName} ${lastName}`,
      role,
      email,
      password,
      phone: null,
      note,
    }));
    const carers = demoCarers.map(({ firstName, lastName, email, phone }) => ({
      name: `${firstName} ${lastName}`,
      role: 'carer' as const,
      email,
      password: null,
      phone,
      note: 'Has no sign-in until a worker invites them and they set up their account.',
    }));
    return [...workers, ...carers];
  }
}

/** A plus sign that was not encoded in an address arrives as a space. */
const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.replace(/^ /, '+').toLowerCase();
