import type { InboxView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { outer } from '../database/entity-rows.js';
import { PersonEntity } from '../people/index.js';
import {
  conditionOf,
  isNewestFirst,
  partAfter,
  rangesOf,
  type InboxOwner,
  type InboxPlace,
} from './inbox-rules.js';
import { MessageTypeEntity } from './message-type.entity.js';
import { MessageEntity } from './message.entity.js';
import { ThreadEntity } from './thread.entity.js';

/** Threads on one page of the inbox. */
export const INBOX_PAGE = 50;

const shown = {
  thread: ThreadEntity,
  newest: outer(MessageEntity),
  type: outer(MessageTypeEntity),
  account: PersonEntity,
  carer: PersonEntity,
};
const WITH_WHAT_IS_SHOWN = `JOIN people account ON account.id = thread.accountId
  JOIN people carer ON carer.id = thread.carerId
  LEFT JOIN messages newest ON newest.id = thread.lastMessageId
  LEFT JOIN message_types type ON type.id = thread.typeId`;

/** A thread with its people, its newest message, if it has one, and its type, if a carer began it. */
export interface InboxRow {
  readonly thread: ThreadEntity;
  readonly newest: MessageEntity | null;
  readonly type: MessageTypeEntity | null;
  readonly account: PersonEntity;
  readonly carer: PersonEntity;
}

@Injectable()
export class InboxRepository {
  constructor(private readonly database: Database) {}

  /** One more than a page, so that the caller sees whether there is a next one. */
  async list(owner: InboxOwner, view: InboxView, after: InboxPlace | null): Promise<InboxRow[]> {
    const { keys, values } = keysOf(owner, view, after);
    if (keys === '') return [];
    const found = await this.database.select(
      shown,
      `FROM (${keys}) page JOIN threads thread ON thread.id = page.id ${WITH_WHAT_IS_SHOWN}`,
      values,
    );
    return found.sort(isNewestFirst(view) ? newestFirst : longestWaitFirst);
  }

  async get(id: string): Promise<InboxRow> {
    const from = `FROM threads thread ${WITH_WHAT_IS_SHOWN} WHERE thread.id = ?`;
    const [row] = await this.database.select(shown, from, [id]);
    return row!;
  }

  async count(owner: InboxOwner, view: InboxView): Promise<number> {
    const conditions = rangesOf(owner, view).map(conditionOf);
    const counts = conditions.map(({ where }) => `(SELECT COUNT(*) FROM threads WHERE ${where})`);
    const values = conditions.flatMap((condition) => condition.values);
    const [row] = await this.database.selectRows<{ count: number }>(
      `SELECT ${counts.join(' + ')} AS count`,
      values,
    );
    return Number(row!.count);
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

/** The ids of one page and one more. Only these are sorted, and of each range no more than a page is read. */
function keysOf(owner: InboxOwner, view: InboxView, after: InboxPlace | null) {
  const [direction, beyond] = isNewestFirst(view) ? ['DESC', '<'] : ['ASC', '>'];
  const page = `ORDER BY lastMessageId ${direction} LIMIT ${INBOX_PAGE + 1}`;
  const parts = rangesOf(owner, view).flatMap((range, index) => {
    const part = partAfter(range, after);
    if (part === 'none') return [];
    const { where, values } = conditionOf(range);
    const isRest = part === 'rest';
    const condition = isRest ? `${where} AND lastMessageId ${beyond} ?` : where;
    return {
      sql: `SELECT * FROM (SELECT id, isUrgent, lastMessageId FROM threads WHERE ${condition} ${page}) part${index}`,
      values: isRest ? [...values, after!.lastMessageId] : values,
    };
  });
  const keys = parts.map(({ sql }) => sql).join(' UNION ALL ');
  const urgentFirst = isNewestFirst(view) ? page : page.replace('ORDER BY', 'ORDER BY isUrgent DESC,');
  return {
    keys: keys === '' ? '' : `SELECT id FROM (${keys}) parts ${urgentFirst}`,
    values: parts.flatMap(({ values }) => values),
  };
}

const newestFirst = ({ thread: a }: InboxRow, { thread: b }: InboxRow): number =>
  a.lastMessageId < b.lastMessageId ? 1 : -1;

const longestWaitFirst = (a: InboxRow, b: InboxRow): number =>
  Number(b.thread.isUrgent) - Number(a.thread.isUrgent) || newestFirst(b, a);
