import { Entity } from 'typeorm';
import { keyColumn, timestampColumn } from '../../database/columns.js';

/** A browser in which the address has signed in fully. The id is the hash of both, so two carers may share one. */
@Entity('devices')
export class Device {
  @keyColumn(64, { primary: true }) id: string;
  @timestampColumn() expiresAt: Date;
}
