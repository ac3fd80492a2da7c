import type { InboxThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { People } from '../people/index.js';
import { Workers } from '../staff/index.js';
import { MessageSeal } from './message-seal.js';
import { MessageViews } from './message-views.js';
import { MessageTypesRepository } from './message-types.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** Threads as the inbox lists them. Threads about somebody who was erased are left out. */
@Injectable()
export class InboxThreadView {
  constructor(
    private readonly people: People,
    private readonly workers: Workers,
    private readonly types: MessageTypesRepository,
    private readonly seal: MessageSeal,
    private readonly views: MessageViews,
  ) {}

  async listOf(threads: readonly ThreadEntity[]): Promise<InboxThread[]> {
    const people = await this.people.list(threads.flatMap(({ accountId, carerId }) => [accountId, carerId]));
    const workers = await this.workers.list(
      threads.flatMap(({ addresseeId, holderId }) => [addresseeId ?? [], holderId ?? []].flat()),
    );
    const names = new Map(workers.map(({ id, name }) => [id, name]));
    const excerpts = await this.views.excerpts(threads.map(({ lastMessageId }) => lastMessageId));
    const typeNames = await this.types.names();
    const rows = await Promise.all(
      threads.map(async (thread) => {
        const [account, carer] = [people.get(thread.accountId), people.get(thread.carerId)];
        if (!account || !carer) return null;
        return {
          ...factsOf(thread),
          accountName: account.name,
          carerName: carer.name,
          typeName: (thread.typeId && typeNames.get(thread.typeId)) || '',
          subject: await this.seal.openSubject(thread),
          excerpt: excerpts.get(thread.lastMessageId) ?? '',
          addresseeName: (thread.addresseeId && names.get(thread.addresseeId)) || null,
          holderName: (thread.holderId && names.get(thread.holderId)) || null,
        };
      }),
    );
    return rows.filter((row) => row !== null);
  }
}

const factsOf = (thread: ThreadEntity) => ({
  id: thread.id,
  accountId: thread.accountId,
  carerId: thread.carerId,
  state: thread.state,
  holderId: thread.holderId,
  isUrgent: thread.isUrgent,
  isLocked: thread.lockedAt !== null,
  isEscalated: thread.escalatedAt !== null,
  unreadCount: thread.unreadCount,
  lastMessageAt: thread.lastMessageAt.toISOString(),
  waitingSince: thread.waitingSince?.toISOString() ?? null,
  snoozedUntil: thread.snoozedUntil,
});
