import { ThreadEventKind } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';
import { ThreadEntity } from './thread.entity.js';

/** What a worker did with a thread, for the next worker to see; the audit log keeps the same without the reason. */
@Entity('thread_events')
@Index('ix_thread_events_thread', ['threadId', 'id'])
export class ThreadEventEntity {
  @idColumn() id: string;
  @referenceColumn() threadId: string;
  @choiceColumn(ThreadEventKind) kind: ThreadEventKind;
  @referenceColumn() workerId: string;
  /** The worker, team or account that it went to. */
  @referenceColumn({ nullable: true }) toId: string | null;
  /** Sealed under the account's data key. */
  @bytesColumn({ nullable: true }) reason: Buffer | null;
  @timestampColumn() at: Date;

  @ManyToOne(() => ThreadEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'threadId', foreignKeyConstraintName: 'fk_thread_events_thread' })
  thread?: ThreadEntity;
}
