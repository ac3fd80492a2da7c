import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, keyColumn, referenceColumn } from '../database/columns.js';
import { PersonEntity } from './person.entity.js';

/** Who cares for whom, by day. */
@Entity('placements')
@Index('ix_placements_carer', ['carerId'])
@Index('ix_placements_child', ['childId'])
export class PlacementEntity {
  @idColumn() id: string;
  @referenceColumn() carerId: string;
  @referenceColumn() childId: string;
  /** YYYY-MM-DD: a day has no time zone. */
  @keyColumn(10) startsOn: string;
  /** The last day; null while it goes on. */
  @keyColumn(10, { nullable: true }) endsOn: string | null;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'carerId', foreignKeyConstraintName: 'fk_placements_carer' })
  carer?: PersonEntity;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'childId', foreignKeyConstraintName: 'fk_placements_child' })
  child?: PersonEntity;
}
