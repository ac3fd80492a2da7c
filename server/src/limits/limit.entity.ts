import { Entity, Index } from 'typeorm';
import { keyColumn, timestampColumn } from '../database/columns.js';

/** When something limited happened last. The id is a keyed hash, so no address or number stands here. */
@Entity('limits')
@Index('ix_limits_ends', ['endsAt'])
export class LimitTimes {
  @keyColumn(64, { primary: true }) id: string;
  /** The newest times, as many as the rule allows: milliseconds in base 36, oldest first, with spaces between. */
  @keyColumn(1100) times: string;
  /** From then on none of them counts, and the row may go. */
  @timestampColumn() endsAt: Date;
}
