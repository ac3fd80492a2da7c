import { Entity } from 'typeorm';
import { idColumn, textColumn, timestampColumn } from '../database/columns.js';

/** A team of the council. Its name is no personal text. */
@Entity('teams')
export class Team {
  @idColumn() id: string;
  @textColumn(120) name: string;
  @timestampColumn() createdAt: Date;
}
