import { Entity, Index } from 'typeorm';
import { z } from 'zod';
import { choiceColumn, idColumn, referenceColumn, timestampColumn } from '../database/columns.js';

/** What a mail of the kind tells of; forms and documents bring theirs. */
export const NoticeKind = z.enum(['message', 'recording']);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** When a user was last told of something new of one kind, and whether more has come since. */
@Entity('notices')
@Index('ix_notices_once', ['userId', 'kind'], { unique: true })
@Index('ix_notices_due', ['dueAt'])
export class NoticeEntity {
  @idColumn() id: string;
  @referenceColumn() userId: string;
  @choiceColumn(NoticeKind) kind: NoticeKind;
  @timestampColumn({ nullable: true }) lastSentAt: Date | null;
  /** The last mail in the outbox: when it does not arrive, the user was not told. */
  @referenceColumn({ nullable: true }) lastMailId: string | null;
  /** When the next mail goes; null: nothing waits. */
  @timestampColumn({ nullable: true }) dueAt: Date | null;
}
