import { TaskAbout, TaskKind, TaskState } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import {
  booleanColumn,
  bytesColumn,
  choiceColumn,
  idColumn,
  keyColumn,
  timestampColumn,
} from '../database/columns.js';

/** Something for a worker or a team to do. */
@Entity('tasks')
@Index('ix_tasks_open_key', ['openKey'], { unique: true })
@Index('ix_tasks_team', ['teamId', 'state', 'createdAt'])
@Index('ix_tasks_worker', ['workerId', 'state', 'createdAt'])
@Index('ix_tasks_about', ['aboutId', 'state'])
export class TaskEntity {
  @idColumn() id: string;
  @choiceColumn(TaskKind) kind: TaskKind;
  @choiceColumn(TaskState) state: TaskState;
  /** What makes two tasks the same while one is open; null once done, so that it may arise again. */
  @keyColumn(64, { nullable: true }) openKey: string | null;
  @keyColumn(36, { nullable: true }) personId: string | null;
  /** What the task leads to, apart from the person. */
  @choiceColumn(TaskAbout.shape.kind, { nullable: true }) aboutKind: TaskAbout['kind'] | null;
  @keyColumn(36, { nullable: true }) aboutId: string | null;
  @keyColumn(36, { nullable: true }) teamId: string | null;
  @keyColumn(36, { nullable: true }) workerId: string | null;
  @booleanColumn() isUrgent: boolean;
  @timestampColumn() createdAt: Date;
  @timestampColumn({ nullable: true }) doneAt: Date | null;
  @keyColumn(36, { nullable: true }) doneBy: string | null;
  @bytesColumn({ nullable: true }) note: Buffer | null;
}
