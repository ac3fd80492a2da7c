import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { keyColumn, referenceColumn, timestampColumn } from '../database/columns.js';
import { Worker } from './worker.entity.js';

/** The link by which a new worker sets the first password. Only the token's SHA-256 is kept. */
@Entity('set_password_tokens')
@Index('ix_set_password_tokens_worker', ['workerId'])
export class SetPasswordToken {
  @keyColumn(64, { primary: true }) tokenHash: string;

  @referenceColumn() workerId: string;

  @ManyToOne(() => Worker, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'workerId', foreignKeyConstraintName: 'fk_set_password_tokens_worker' })
  worker?: Worker;

  @timestampColumn() expiresAt: Date;
  @timestampColumn({ nullable: true }) usedAt: Date | null;
}
