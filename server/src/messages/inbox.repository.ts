import type { InboxView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../database/database.js';
import { ThreadEntity } from './thread.entity.js';

/** Threads on one page of the inbox. */
export const INBOX_PAGE = 50;

/** Whose inbox it is, and since when a new message counts as left lying. */
export interface InboxOwner {
  readonly workerId: string;
  readonly teamId: string | null;
  /** The worker, and those whom they cover. */
  readonly readFor: readonly string[];
  readonly dutyBefore: Date;
}

/** The last thread of the page before. */
export interface InboxPlace {
  readonly isUrgent: boolean;
  readonly lastMessageId: string;
}

type Query = SelectQueryBuilder<ThreadEntity>;

const NEWEST_FIRST: readonly InboxView[] = ['closed', 'waiting_carer'];

@Injectable()
export class InboxRepository {
  constructor(private readonly database: Database) {}

  /** One more than a page, so that the caller sees whether there is a next one. */
  list(owner: InboxOwner, view: InboxView, after: InboxPlace | null): Promise<ThreadEntity[]> {
    return this.database.run((manager) => {
      const query = within(manager.createQueryBuilder(ThreadEntity, 'thread'), owner, view);
      return (NEWEST_FIRST.includes(view) ? newestFirst(query, after) : longestWaitFirst(query, after))
        .limit(INBOX_PAGE + 1)
        .getMany();
    });
  }

  count(owner: InboxOwner, view: InboxView): Promise<number> {
    return this.database.run((manager) =>
      within(manager.createQueryBuilder(ThreadEntity, 'thread'), owner, view).getCount(),
    );
  }

  /** Threads whose carer has waited since before then, and about which nobody was told yet in this way. */
  listWaitingSince(before: Date, flag: 'remindedAt' | 'escalatedAt'): Promise<ThreadEntity[]> {
    return this.database.run((manager) =>
      manager
        .createQueryBuilder(ThreadEntity, 'thread')
        .where('thread.waitingSince <= :before', { before })
        .andWhere(`thread.${flag} IS NULL`)
        .orderBy('thread.waitingSince', 'ASC')
        .limit(200)
        .getMany(),
    );
  }

  /** Sleeping threads whose day has come. */
  listToWake(today: string): Promise<ThreadEntity[]> {
    return this.database.run((manager) =>
      manager
        .createQueryBuilder(ThreadEntity, 'thread')
        .where('thread.snoozedUntil <= :today', { today })
        .andWhere(`thread.state = 'snoozed'`)
        .limit(200)
        .getMany(),
    );
  }
}

/** Threads whose every message was taken back unread are nowhere; see `isEmpty`. */
function within(query: Query, owner: InboxOwner, view: InboxView): Query {
  return listedIn(query, owner, view).andWhere('thread.lastMessageId <> thread.id');
}

function listedIn(query: Query, owner: InboxOwner, view: InboxView): Query {
  if (view === 'mine') return query.where(mineOf(owner));
  const team = owner.teamId === null ? 'thread.teamId IS NULL' : 'thread.teamId = :teamId';
  query.where(team, { teamId: owner.teamId });
  if (view === 'duty') return query.andWhere(`thread.state = 'new'`).andWhere(leftLying(owner));
  const states = view === 'waiting_worker' ? ['claimed', 'waiting_worker'] : [view];
  return query.andWhere('thread.state IN (:...states)', { states });
}

const mineOf = ({ workerId, readFor }: InboxOwner) =>
  new Brackets((part) =>
    part
      .where(`(thread.holderId = :workerId AND thread.state IN ('claimed', 'waiting_worker'))`, { workerId })
      .orWhere(`(thread.addresseeId IN (:...readFor) AND thread.state = 'new')`, { readFor: [...readFor] }),
  );

const leftLying = ({ dutyBefore }: InboxOwner) =>
  new Brackets((part) =>
    part
      .where('thread.isUrgent = :yes', { yes: true })
      .orWhere('thread.waitingSince <= :dutyBefore', { dutyBefore }),
  );

function newestFirst(query: Query, after: InboxPlace | null): Query {
  if (after) query.andWhere('thread.lastMessageId < :last', { last: after.lastMessageId });
  return query.orderBy('thread.lastMessageId', 'DESC');
}

function longestWaitFirst(query: Query, after: InboxPlace | null): Query {
  if (after) query.andWhere(afterPlace(after));
  return query.orderBy('thread.isUrgent', 'DESC').addOrderBy('thread.lastMessageId', 'ASC');
}

const afterPlace = ({ isUrgent, lastMessageId }: InboxPlace) =>
  new Brackets((part) => {
    part.where('(thread.isUrgent = :isUrgent AND thread.lastMessageId > :last)', {
      isUrgent,
      last: lastMessageId,
    });
    if (isUrgent) part.orWhere('thread.isUrgent = :rest', { rest: false });
  });
