import { Entity, Index } from 'typeorm';
import { integerColumn, keyColumn, timestampColumn } from '../../database/columns.js';

/** The failed passwords of one address from one known device, or from all unknown ones together. */
@Entity('attempt_buckets')
@Index('ix_attempt_buckets_subject', ['subject'])
@Index('ix_attempt_buckets_last', ['lastAttemptAt'])
export class AttemptBucket {
  @keyColumn(64, { primary: true }) id: string;
  /** Blind index of the address. */
  @keyColumn(64) subject: string;
  @integerColumn() failures: number;
  /** Rises with every change, so that two attempts at once are counted one after the other. */
  @integerColumn() version: number;
  @timestampColumn({ nullable: true }) notBefore: Date | null;
  @timestampColumn({ nullable: true }) lockedUntil: Date | null;
  @timestampColumn({ nullable: true }) lastLockAt: Date | null;
  /** How many locks followed each other within a day. */
  @integerColumn() locks: number;
  @timestampColumn() lastAttemptAt: Date;
}
