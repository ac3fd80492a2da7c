import { IdentifiedBy, InvitationState } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';

/** The offer of one or more accounts to one e-mail address (domain 8.1). */
@Entity('invitations')
@Index('ix_invitations_carer', ['carerId', 'state'])
@Index('ix_invitations_team', ['teamId', 'state'])
@Index('ix_invitations_email', ['emailIndex', 'state'])
@Index('ix_invitations_link', ['linkHash'])
export class InvitationEntity {
  @idColumn() id: string;
  @keyColumn(36) carerId: string;
  @keyColumn(36, { nullable: true }) teamId: string | null;
  @choiceColumn(InvitationState) state: InvitationState;
  /** The address, sealed under the service key; found by its blind index. */
  @bytesColumn() email: Buffer;
  @keyColumn(32) emailIndex: string;

  /** scrypt of the unique code (security-rules 5.1). */
  @textColumn(120) codeHash: string;
  @timestampColumn() codeIssuedAt: Date;
  @timestampColumn() codeExpiresAt: Date;
  /** Wrong entries since the code was issued. */
  @integerColumn() wrongTries: number;

  /** SHA-256 of the link's token (security-rules 5.2); null until the code is confirmed. */
  @keyColumn(64, { nullable: true }) linkHash: string | null;
  @timestampColumn({ nullable: true }) linkExpiresAt: Date | null;

  @keyColumn(36) invitedBy: string;
  @choiceColumn(IdentifiedBy, { nullable: true }) identifiedBy: IdentifiedBy | null;
  @keyColumn(36, { nullable: true }) confirmedBy: string | null;
  @timestampColumn({ nullable: true }) confirmedAt: Date | null;
  @bytesColumn({ nullable: true }) closedReason: Buffer | null;
  @timestampColumn() createdAt: Date;
}
