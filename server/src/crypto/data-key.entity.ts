import { Entity, Index } from 'typeorm';
import { bytesColumn, idColumn, keyColumn, timestampColumn } from '../database/columns.js';

/** A data key, wrapped under a key-encryption key of the keys file (security-rules 9.1). */
@Entity('data_keys')
@Index('ix_data_keys_kek', ['kekId'])
export class DataKey {
  @idColumn()
  id: string;

  @keyColumn(32)
  kekId: string;

  /** Null once the key was destroyed, and with it everything it encrypted. */
  @bytesColumn({ nullable: true })
  wrappedKey: Buffer | null;

  @timestampColumn()
  createdAt: Date;

  @timestampColumn({ nullable: true })
  destroyedAt: Date | null;
}
