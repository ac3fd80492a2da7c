import { Entity, Index } from 'typeorm';
import { z } from 'zod';
import {
  booleanColumn,
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  textColumn,
  timestampColumn,
} from '../../database/columns.js';

/** How far the set-up has come (security-rules 5.7). Nobody signs in before `phone_confirmed`. */
export const UserState = z.enum(['registered', 'phone_enrolled', 'phone_confirmed']);
export type UserState = z.infer<typeof UserState>;

/** A carer's sign-in. Names, address and number are sealed under the service key. */
@Entity('users')
@Index('ix_users_email', ['emailKey'], { unique: true })
@Index('ix_users_phone_given', ['phoneGivenAt'])
@Index('ix_users_phone', ['phoneKey', 'phoneSlot'], { unique: true })
export class User {
  @idColumn() id: string;
  @bytesColumn() firstName: Buffer;
  @bytesColumn() lastName: Buffer;
  @bytesColumn() email: Buffer;
  /** Blind index of the address. */
  @keyColumn(32) emailKey: string;
  @textColumn(255) passwordHash: string;
  @choiceColumn(UserState) state: UserState;
  /** The number in E.164. Given, but not proven, while the state is `registered`. */
  @bytesColumn({ nullable: true }) phone: Buffer | null;
  @keyColumn(32, { nullable: true }) phoneKey: string | null;
  /** Which of the places that one number has: the unique index keeps a fourth user out (security-rules 5.5). */
  @integerColumn({ nullable: true }) phoneSlot: number | null;
  @booleanColumn({ nullable: true }) canText: boolean | null;
  @timestampColumn({ nullable: true }) phoneGivenAt: Date | null;
  /** When the carer last put another number in the place of a proven one. */
  @timestampColumn({ nullable: true }) phoneChangedAt: Date | null;
  /** Until then the phone step is refused. */
  @timestampColumn({ nullable: true }) stepLockedUntil: Date | null;
  /** The phone step is refused until a worker clears it. */
  @booleanColumn() needsUnlock: boolean;
  @timestampColumn({ nullable: true }) lastSignInAt: Date | null;
  /** Since when mails to the address come back; null while they arrive. */
  @timestampColumn({ nullable: true }) mailBouncedAt: Date | null;
  @timestampColumn() createdAt: Date;
}
