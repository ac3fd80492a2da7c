import { Entity, Index } from 'typeorm';
import { keyColumn, timestampColumn } from '../database/columns.js';

/** A report of a gateway that was taken in: each counts once (security-rules 5.6). */
@Entity('gateway_reports')
@Index('ix_gateway_reports_received', ['receivedAt'])
export class GatewayReport {
  @keyColumn(64, { primary: true }) digest: string;
  @timestampColumn() receivedAt: Date;
}
