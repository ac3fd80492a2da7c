import { Entity, Index } from 'typeorm';
import {
  idColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';

/** A ready text for answers. It is written before there is anybody to write to, so it is not sealed. */
@Entity('answer_templates')
@Index('ix_answer_templates_team', ['teamId'])
export class AnswerTemplateEntity {
  @idColumn() id: string;
  /** Null: every team's. */
  @referenceColumn({ nullable: true }) teamId: string | null;
  @textColumn(80) name: string;
  @longTextColumn() body: string;
  @timestampColumn() createdAt: Date;
}
