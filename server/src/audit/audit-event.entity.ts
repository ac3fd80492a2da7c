import { Entity, Index } from 'typeorm';
import {
  idColumn,
  integerColumn,
  jsonColumn,
  keyColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';

/** Ids and codes only: no personal data, so that erasing a person never breaks the chain (security-rules 9.2). */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One act, chained to the one before. Rows are only ever added. */
@Entity('audit_events')
@Index('ix_audit_events_seq', ['seq'], { unique: true })
@Index('ix_audit_events_object', ['objectType', 'objectId', 'seq'])
export class AuditEvent {
  @idColumn() id: string;
  @integerColumn() seq: number;
  @timestampColumn() at: Date;
  @textColumn(16) actorKind: string;
  @keyColumn(36, { nullable: true }) actorId: string | null;
  @keyColumn(36, { nullable: true }) onBehalfOf: string | null;
  @keyColumn(36, { nullable: true }) sessionId: string | null;
  @textColumn(64) ip: string;
  @textColumn(64) requestId: string;
  @textColumn(64) action: string;
  @textColumn(32) objectType: string;
  @keyColumn(36, { nullable: true }) objectId: string | null;
  @textColumn(16) outcome: string;
  @jsonColumn() detail: AuditDetail;
  @keyColumn(64) prevHash: string;
  @keyColumn(64) hash: string;
}

/** The newest link of the chain: one row, locked by whoever appends. */
@Entity('audit_head')
export class AuditHead {
  @keyColumn(8, { primary: true }) id: string;
  @integerColumn() seq: number;
  @keyColumn(64) hash: string;
}
