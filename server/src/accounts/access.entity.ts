import { AccessState } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import { bytesColumn, choiceColumn, idColumn, keyColumn, timestampColumn } from '../database/columns.js';

/** A user's right to one account: offered on an invitation, accepted by the carer, activated by a worker. */
@Entity('accesses')
@Index('ix_accesses_user', ['userId', 'state'])
@Index('ix_accesses_person', ['personId', 'state'])
@Index('ix_accesses_carer', ['carerId', 'state'])
@Index('ix_accesses_invitation', ['invitationId', 'state'])
export class AccessEntity {
  @idColumn() id: string;
  /** Whom the account is about. */
  @keyColumn(36) personId: string;
  /** The carer who is invited; equal to `personId` for a carer's own account. */
  @keyColumn(36) carerId: string;
  @keyColumn(36) invitationId: string;
  /** Set when the carer accepts. */
  @keyColumn(36, { nullable: true }) userId: string | null;
  @choiceColumn(AccessState) state: AccessState;
  @timestampColumn() createdAt: Date;
  @timestampColumn({ nullable: true }) acceptedAt: Date | null;
  /** The first of two workers to approve, when the phone is not the one on file (security-rules 5.10). */
  @keyColumn(36, { nullable: true }) firstApprovedBy: string | null;
  @timestampColumn({ nullable: true }) startsAt: Date | null;
  @timestampColumn({ nullable: true }) endsAt: Date | null;
  /** Why it was declined, refused, suspended or ended; sealed under the service key. */
  @bytesColumn({ nullable: true }) reason: Buffer | null;
  /** The carer's own word for the account, sealed under the account's data key. */
  @bytesColumn({ nullable: true }) nickname: Buffer | null;
}
