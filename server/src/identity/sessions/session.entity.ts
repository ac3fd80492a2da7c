import { Browser, OperatingSystem } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import { z } from 'zod';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../../database/columns.js';

export const SessionKind = z.enum(['carer', 'worker']);
export type SessionKind = z.infer<typeof SessionKind>;

/** CarerStage and WorkerStage of the contract, without `signed_out`: then there is no session. */
export const SessionStage = z.enum([
  'signing_up',
  'resetting_password',
  'phone_needed',
  'phone_check',
  'totp_enrolment',
  'totp_check',
  'signed_in',
]);
export type SessionStage = z.infer<typeof SessionStage>;

/** One browser's or app's way through signing in and being signed in. Each rise of privilege makes a new row. */
@Entity('sessions')
@Index('ix_sessions_subject', ['subjectId'])
@Index('ix_sessions_expires', ['expiresAt'])
export class Session {
  @idColumn() id: string;
  @choiceColumn(SessionKind) kind: SessionKind;
  @choiceColumn(SessionStage) stage: SessionStage;
  /** The user or worker; null while nobody is known yet. */
  @referenceColumn({ nullable: true }) subjectId: string | null;
  /** Blind index of the address that is being verified or reset. */
  @keyColumn(32, { nullable: true }) emailKey: string | null;
  /** That address, sealed under the service key. */
  @bytesColumn({ nullable: true }) email: Buffer | null;
  @timestampColumn({ nullable: true }) emailVerifiedAt: Date | null;
  /** Null for those begun before it was kept. */
  @choiceColumn(Browser, { nullable: true }) browser: Browser | null;
  @choiceColumn(OperatingSystem, { nullable: true }) operatingSystem: OperatingSystem | null;
  @timestampColumn() createdAt: Date;
  @timestampColumn() lastActivityAt: Date;
  @timestampColumn() expiresAt: Date;
  @timestampColumn({ nullable: true }) revokedAt: Date | null;
}
