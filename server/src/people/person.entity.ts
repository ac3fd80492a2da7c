import { AccountKind } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import { bytesColumn, choiceColumn, idColumn, keyColumn, timestampColumn } from '../database/columns.js';

/**
 * A carer or a child, and at once the account about them: the person's id is the account's id, and the person's data
 * key seals everything about them (security-rules 9.1).
 */
@Entity('people')
@Index('ix_people_team', ['teamId', 'kind'])
@Index('ix_people_email', ['emailIndex'], { unique: true })
@Index('ix_people_household', ['householdId'])
export class PersonEntity {
  @idColumn() id: string;
  @choiceColumn(AccountKind) kind: AccountKind;
  @keyColumn(36) dataKeyId: string;
  @keyColumn(36, { nullable: true }) teamId: string | null;
  @keyColumn(36, { nullable: true }) householdId: string | null;
  @keyColumn(32, { nullable: true }) emailIndex: string | null;
  /** The sealed `PersonDetails` as JSON. */
  @bytesColumn() details: Buffer;
  @timestampColumn() createdAt: Date;
}

/** What is known of a person; sealed as one, because it is always read together. */
export interface PersonDetails {
  readonly firstName: string;
  readonly lastName: string;
  /** Children: a day, YYYY-MM-DD. */
  readonly dateOfBirth: string | null;
  /** Carers: where the invitation goes. */
  readonly email: string | null;
  /** Carers: the number on file, as typed. */
  readonly phone: string | null;
}
