import { Entity, Index } from 'typeorm';
import { idColumn, keyColumn, referenceColumn, timestampColumn } from '../database/columns.js';

/** Who reads for a worker who is away. Ended ones stay as history. */
@Entity('covers')
@Index('ix_covers_worker', ['workerId', 'endsOn'])
@Index('ix_covers_cover', ['coverId', 'endsOn'])
export class CoverEntity {
  @idColumn() id: string;
  @referenceColumn() workerId: string;
  @referenceColumn() coverId: string;
  /** Days, YYYY-MM-DD; both included. */
  @keyColumn(10) startsOn: string;
  @keyColumn(10) endsOn: string;
  @timestampColumn() createdAt: Date;
  @timestampColumn({ nullable: true }) endedAt: Date | null;
}
