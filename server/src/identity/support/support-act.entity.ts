import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import {
  bytesColumn,
  idColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../../database/columns.js';
import { User } from '../users/user.entity.js';

/** Why a worker let a carer in again. The audit log holds no free text, so the reason stands here, sealed. */
@Entity('support_acts')
@Index('ix_support_acts_user', ['userId'])
export class SupportAct {
  @idColumn() id: string;

  @referenceColumn() userId: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'userId', foreignKeyConstraintName: 'fk_support_acts_user' })
  user?: User;

  @referenceColumn() workerId: string;
  @keyColumn(40) action: string;
  @bytesColumn() reason: Buffer;
  @timestampColumn() at: Date;
}
