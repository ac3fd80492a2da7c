import { WorkerRole } from '@cso/contract';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import {
  booleanColumn,
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  referenceColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';
import { Team } from './team.entity.js';

/** A worker of the council with what they sign in by. Names, address and secret are sealed under the service key. */
@Entity('workers')
@Index('ix_workers_email', ['emailKey'], { unique: true })
@Index('ix_workers_team', ['teamId'])
export class Worker {
  @idColumn() id: string;
  @bytesColumn() firstName: Buffer;
  @bytesColumn() lastName: Buffer;
  @bytesColumn() email: Buffer;
  /** Blind index of the address. */
  @keyColumn(32) emailKey: string;
  @choiceColumn(WorkerRole) role: WorkerRole;

  @referenceColumn({ nullable: true }) teamId: string | null;

  @ManyToOne(() => Team, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'teamId', foreignKeyConstraintName: 'fk_workers_team' })
  team?: Team;

  @booleanColumn() isActive: boolean;
  /** Null until the worker has used the set-password link. */
  @textColumn(255, { nullable: true }) passwordHash: string | null;
  @bytesColumn({ nullable: true }) totpSecret: Buffer | null;
  /** The newest time step whose code was taken: a code is good once (security-rules 6). */
  @integerColumn({ nullable: true }) totpLastUsedStep: number | null;
  @timestampColumn({ nullable: true }) totpEnrolledAt: Date | null;
  @timestampColumn() createdAt: Date;
}
