import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, referenceColumn, timestampColumn } from '../database/columns.js';
import { ThreadEntity } from './thread.entity.js';

/** A worker who has a thread open, at whichever process, and when they last said so. */
@Entity('thread_presences')
@Index('ix_thread_presences_once', ['threadId', 'workerId'], { unique: true })
export class ThreadPresenceEntity {
  @idColumn() id: string;
  @referenceColumn() threadId: string;
  @referenceColumn() workerId: string;
  @timestampColumn() seenAt: Date;

  @ManyToOne(() => ThreadEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'threadId', foreignKeyConstraintName: 'fk_thread_presences_thread' })
  thread?: ThreadEntity;
}
