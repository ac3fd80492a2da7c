import { Entity, Index } from 'typeorm';
import { bytesColumn, keyColumn, timestampColumn } from '../database/columns.js';

/** One act that a client may repeat: the hash of who, what and key, and the sealed first reply. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_expires', ['expiresAt'])
export class IdempotencyKey {
  @keyColumn(64, { primary: true }) id: string;
  @keyColumn(64) bodyHash: string;
  @bytesColumn({ nullable: true }) reply: Buffer | null;
  @timestampColumn() expiresAt: Date;
}
