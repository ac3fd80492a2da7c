import { ThreadState } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import {
  booleanColumn,
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';

/** A conversation about one account between the carers of a household and the team. */
@Entity('threads')
@Index('ix_threads_team', ['teamId', 'state', 'lastMessageId'])
@Index('ix_threads_team_wait', ['teamId', 'state', 'isUrgent', 'lastMessageId', 'id'])
@Index('ix_threads_addressee_wait', ['addresseeId', 'state', 'isUrgent', 'lastMessageId', 'id'])
@Index('ix_threads_holder_wait', ['holderId', 'state', 'isUrgent', 'lastMessageId', 'id'])
@Index('ix_threads_account', ['accountId', 'lastMessageId'])
@Index('ix_threads_waiting', ['waitingSince'])
@Index('ix_threads_snoozed', ['snoozedUntil'])
export class ThreadEntity {
  @idColumn() id: string;
  /** Whom it is about; its data key seals the subject and the messages. */
  @referenceColumn() accountId: string;
  /** The carer (a person) who started it or was written to. */
  @referenceColumn() carerId: string;
  /** Null: the team wrote first. */
  @referenceColumn({ nullable: true }) typeId: string | null;
  @choiceColumn(ThreadState) state: ThreadState;
  @bytesColumn() subject: Buffer;
  /** The queue that it is in. */
  @referenceColumn({ nullable: true }) teamId: string | null;
  /** The worker whom the carer wrote to, or to whom it was redirected; null: the team. */
  @referenceColumn({ nullable: true }) addresseeId: string | null;
  /** The worker who took it; nobody else may answer. */
  @referenceColumn({ nullable: true }) holderId: string | null;
  /** The other carers of the household do not see it. */
  @booleanColumn() isPrivate: boolean;
  @booleanColumn() isUrgent: boolean;
  /** Messages of the carer's side that no worker has read. */
  @integerColumn() unreadCount: number;
  @referenceColumn() lastMessageId: string;
  @timestampColumn() lastMessageAt: Date;
  /** Since when the carer has waited; null when they do not. */
  @timestampColumn({ nullable: true }) waitingSince: Date | null;
  /** When a manager was told that it was unread or unanswered for too long. */
  @timestampColumn({ nullable: true }) remindedAt: Date | null;
  @timestampColumn({ nullable: true }) escalatedAt: Date | null;
  @keyColumn(10, { nullable: true }) snoozedUntil: string | null;
  @timestampColumn({ nullable: true }) lockedAt: Date | null;
  /** On the stub that a move leaves: where the thread is now. */
  @referenceColumn({ nullable: true }) movedToThreadId: string | null;
  @timestampColumn() createdAt: Date;
}
