import { AllocationRole } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { choiceColumn, idColumn, keyColumn, referenceColumn, timestampColumn } from '../database/columns.js';
import { PersonEntity } from './person.entity.js';

/** Which worker looks after a person, as what, and since when. Ended ones stay as history. */
@Entity('allocations')
@Index('ix_allocations_person', ['personId', 'endsAt'])
@Index('ix_allocations_worker', ['workerId', 'endsAt'])
export class AllocationEntity {
  @idColumn() id: string;
  @referenceColumn() personId: string;
  @keyColumn(36) workerId: string;
  @choiceColumn(AllocationRole) role: AllocationRole;
  @timestampColumn() startsAt: Date;
  @timestampColumn({ nullable: true }) endsAt: Date | null;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'fk_allocations_person' })
  person?: PersonEntity;
}
