import type { InboxThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { People } from '../people/index.js';
import { Workers } from '../staff/index.js';
import { MessageSeal } from './message-seal.js';
import { MessageViews } from './message-views.js';
import type { InboxRow } from './inbox.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** Threads as the inbox lists them. Threads about somebody who was erased are left out. */
@Injectable()
export class InboxThreadView {
  constructor(
    private readonly people: People,
    private readonly workers: Workers,
    private readonly seal: MessageSeal,
    private readonly views: MessageViews,
  ) {}

  async listOf(found: readonly InboxRow[]): Promise<InboxThread[]> {
    const threads = found.map(({ thread }) => thread);
    const [people, names] = await Promise.all([
      this.people.listFrom(found.flatMap(({ account, carer }) => [account, carer])),
      this.workers.names(
        threads.flatMap(({ addresseeId, holderId }) => [addresseeId ?? [], holderId ?? []].flat()),
      ),
    ]);
    const rows = await Promise.all(
      found.map(async ({ thread, newest, type }) => {
        const [account, carer] = [people.get(thread.accountId), people.get(thread.carerId)];
        if (!account || !carer) return null;
        return {
          ...factsOf(thread),
          accountName: account.name,
          carerName: carer.name,
          typeName: type?.name ?? '',
          subject: await this.seal.openSubject(thread),
          excerpt: newest ? await this.views.excerptOf(newest) : '',
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
