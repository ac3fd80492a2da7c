import { MessageAuthor } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { choiceColumn, idColumn, referenceColumn, timestampColumn } from '../database/columns.js';
import { MessageEntity } from './message.entity.js';

/** Somebody has seen a message, and when first. The other side is shown it, and it decides what a withdrawal leaves. */
@Entity('message_reads')
@Index('ix_message_reads_once', ['messageId', 'readerId'], { unique: true })
export class MessageReadEntity {
  @idColumn() id: string;
  @referenceColumn() messageId: string;
  @choiceColumn(MessageAuthor) side: MessageAuthor;
  @referenceColumn() readerId: string;
  @timestampColumn() readAt: Date;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'messageId', foreignKeyConstraintName: 'fk_message_reads_message' })
  message?: MessageEntity;
}
