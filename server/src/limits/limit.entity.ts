import { Entity } from 'typeorm';
import { integerColumn, keyColumn, timestampColumn } from '../database/columns.js';

/** How often something happened since `startedAt`. The id is a keyed hash, so no address or number stands here. */
@Entity('limits')
export class LimitCount {
  @keyColumn(64, { primary: true }) id: string;
  @timestampColumn() startedAt: Date;
  @integerColumn() count: number;
}
