import { Entity, Index } from 'typeorm';
import {
  booleanColumn,
  bytesColumn,
  idColumn,
  integerColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';

/** A foster carer's record about a child. It never changes after it was sent: what comes later is an addition. */
@Entity('recordings')
@Index('ix_recordings_author', ['userId', 'id'])
@Index('ix_recordings_child', ['accountId', 'id'])
@Index('ix_recordings_countersign', ['supervisorId', 'isOpen', 'id'])
@Index('ix_recordings_team', ['teamId', 'isOpen', 'id'])
@Index('ix_recordings_addition', ['additionTo'])
@Index('ix_recordings_message', ['messageId'], { unique: true })
export class RecordingEntity {
  @idColumn() id: string;
  /** The child; the account's data key seals the content. */
  @referenceColumn() accountId: string;
  /** The author as a person, and as the user who sent it. */
  @referenceColumn() carerId: string;
  @referenceColumn() userId: string;
  /** The recording that this one adds to; additions are read and countersigned with it. */
  @referenceColumn({ nullable: true }) additionTo: string | null;
  @keyColumn(10) coversFrom: string;
  @keyColumn(10) coversTo: string;
  /** The sealed `RecordingContent` as JSON. */
  @bytesColumn() content: Buffer;
  @timestampColumn() sentAt: Date;
  @integerColumn() daysLate: number;
  /** The carer's supervising worker when it was sent, and their team; null: nobody was allocated. */
  @referenceColumn({ nullable: true }) supervisorId: string | null;
  @referenceColumn({ nullable: true }) teamId: string | null;
  /** It, or an addition to it, waits for a countersign. Never of an addition itself. */
  @booleanColumn() isOpen: boolean;
  @timestampColumn({ nullable: true }) countersignedAt: Date | null;
  @referenceColumn({ nullable: true }) countersignedBy: string | null;
  /** The message that was filed as this recording, and its thread. */
  @referenceColumn({ nullable: true }) messageId: string | null;
  @referenceColumn({ nullable: true }) threadId: string | null;
}
