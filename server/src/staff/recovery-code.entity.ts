import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, referenceColumn, textColumn, timestampColumn } from '../database/columns.js';
import { Worker } from './worker.entity.js';

/** One of the ten codes that stand in for a lost authenticator app. */
@Entity('recovery_codes')
@Index('ix_recovery_codes_worker', ['workerId'])
export class RecoveryCode {
  @idColumn() id: string;

  @referenceColumn() workerId: string;

  @ManyToOne(() => Worker, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'workerId', foreignKeyConstraintName: 'fk_recovery_codes_worker' })
  worker?: Worker;

  @textColumn(120) codeHash: string;
  @timestampColumn({ nullable: true }) usedAt: Date | null;
}
