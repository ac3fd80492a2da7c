import { DraftPlace } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';

/** What somebody has typed and not sent; sealed under the account's data key. */
@Entity('drafts')
@Index('ix_drafts_place', ['placeKey'], { unique: true })
@Index('ix_drafts_user', ['userId', 'savedAt'])
@Index('ix_drafts_account', ['accountId'])
export class DraftEntity {
  @idColumn() id: string;
  /** The writer: a carer's user, or a worker. */
  @referenceColumn() userId: string;
  @referenceColumn() accountId: string;
  @choiceColumn(DraftPlace.shape.kind) kind: DraftPlace['kind'];
  @referenceColumn() targetId: string;
  /** Digest of writer, account, kind and target: a writer has one draft for each place. */
  @keyColumn(64) placeKey: string;
  @bytesColumn() content: Buffer;
  @integerColumn() revision: number;
  @timestampColumn() savedAt: Date;
}
