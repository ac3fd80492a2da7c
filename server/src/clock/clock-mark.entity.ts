import { Entity } from 'typeorm';
import { keyColumn, timestampColumn } from '../database/columns.js';

/** One row: the latest instant that any process of the server saw (security-rules 4). */
@Entity('clock_marks')
export class ClockMark {
  @keyColumn(8, { primary: true }) id: string;
  @timestampColumn() at: Date;
}
