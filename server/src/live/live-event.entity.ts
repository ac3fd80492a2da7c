import { LiveKind } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import { choiceColumn, idColumn, keyColumn, timestampColumn } from '../database/columns.js';

/** A hint that something changed for somebody, written with the change; every server process reads them all. */
@Entity('live_events')
@Index('ix_live_events_at', ['at'])
export class LiveEventEntity {
  @idColumn() id: string;
  /** `user:ID`, `worker:ID` or `team:ID`. */
  @keyColumn(45) audience: string;
  @choiceColumn(LiveKind) kind: LiveKind;
  @timestampColumn() at: Date;
}
