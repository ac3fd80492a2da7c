import { MessageAuthor } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';
import { ThreadEntity } from './thread.entity.js';

/** One message; its words are sealed under the account's data key and never change. Ids sort by time (UUID v7). */
@Entity('messages')
@Index('ix_messages_thread', ['threadId', 'id'])
export class MessageEntity {
  @idColumn() id: string;
  @referenceColumn() threadId: string;
  @choiceColumn(MessageAuthor) author: MessageAuthor;
  /** A user's id or a worker's. */
  @referenceColumn() authorId: string;
  @bytesColumn() body: Buffer;
  @timestampColumn() sentAt: Date;
  @timestampColumn({ nullable: true }) withdrawnAt: Date | null;

  @ManyToOne(() => ThreadEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'threadId', foreignKeyConstraintName: 'fk_messages_thread' })
  thread?: ThreadEntity;
}
