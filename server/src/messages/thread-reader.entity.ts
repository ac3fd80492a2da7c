import { MessageAuthor } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { choiceColumn, idColumn, integerColumn, referenceColumn } from '../database/columns.js';
import { ThreadEntity } from './thread.entity.js';

/**
 * One row for each reader and thread: a carer sees a thread because the row is there. The counter changes in the
 * transaction of the send and of the read, so a badge is never counted and never wrong (performance 5; domain 8.5).
 */
@Entity('thread_readers')
@Index('ix_thread_readers_thread', ['threadId', 'readerId'], { unique: true })
@Index('ix_thread_readers_page', ['readerId', 'accountId', 'unreadCount', 'lastMessageId', 'id'])
@Index('ix_thread_readers_last', ['readerId', 'lastMessageId'])
export class ThreadReaderEntity {
  @idColumn() id: string;
  @referenceColumn() threadId: string;
  /** Whether a user or a worker reads. */
  @choiceColumn(MessageAuthor) side: MessageAuthor;
  @referenceColumn() readerId: string;
  @referenceColumn() accountId: string;
  @referenceColumn() lastMessageId: string;
  @referenceColumn({ nullable: true }) lastReadMessageId: string | null;
  @integerColumn() unreadCount: number;

  @ManyToOne(() => ThreadEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'threadId', foreignKeyConstraintName: 'fk_thread_readers_thread' })
  thread?: ThreadEntity;
}
