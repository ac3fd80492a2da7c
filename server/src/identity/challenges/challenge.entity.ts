import { Entity, Index } from 'typeorm';
import { z } from 'zod';
import {
  choiceColumn,
  idColumn,
  integerColumn,
  keyColumn,
  referenceColumn,
  timestampColumn,
} from '../../database/columns.js';

export const ChallengePurpose = z.enum([
  'email_verify',
  'phone_enrol',
  'phone_confirm',
  'signin',
  'step_up',
  'phone_change',
  'reset',
  'worker_reset',
]);
export type ChallengePurpose = z.infer<typeof ChallengePurpose>;

export const ChallengeChannel = z.enum(['email', 'text', 'call']);
export type ChallengeChannel = z.infer<typeof ChallengeChannel>;

/** Where a call stands. `denied`: the person called pressed 1, 'this was not me'. */
export const CallState = z.enum(['calling', 'answered', 'prompted', 'confirmed', 'failed', 'denied']);
export type CallState = z.infer<typeof CallState>;

/** One code or call in flight (security-rules 4). Of a code only its MAC is kept. */
@Entity('challenges')
@Index('ix_challenges_session', ['pendingSessionHash', 'purpose'])
@Index('ix_challenges_subject', ['subject', 'purpose'])
@Index('ix_challenges_outbox', ['outboxId'])
@Index('ix_challenges_expires', ['expiresAt'])
export class Challenge {
  @idColumn() id: string;
  @choiceColumn(ChallengePurpose) purpose: ChallengePurpose;
  /** The user's id, or the blind index of an address while there is no user. */
  @keyColumn(36) subject: string;
  /** Only the session that asked may answer. */
  @keyColumn(64) pendingSessionHash: string;
  @choiceColumn(ChallengeChannel) channel: ChallengeChannel;
  /** Blind index of the address or the number. */
  @keyColumn(32) destinationHash: string;
  /** Null for a call, and for a code that was never sent. */
  @keyColumn(64, { nullable: true }) codeMac: string | null;
  @integerColumn() attempts: number;
  @integerColumn() maxAttempts: number;
  /** The how-many-eth code of its session and purpose; decides how long to wait for the next one. */
  @integerColumn() sendNumber: number;
  /** The message or call; for a call it is the callId of its events. */
  @referenceColumn({ nullable: true }) outboxId: string | null;
  @timestampColumn({ nullable: true }) deliveryFailedAt: Date | null;
  /** Calls: the two digits that the page shows and the voice says. */
  @keyColumn(2, { nullable: true }) digits: string | null;
  @choiceColumn(CallState, { nullable: true }) callState: CallState | null;
  /** Calls: until when the next step must have come. Null once a machine has answered: no key counts from then on. */
  @timestampColumn({ nullable: true }) callDeadline: Date | null;
  /** Calls in VOICE_MODE type_number: what was typed so far. */
  @keyColumn(8, { nullable: true }) keysTyped: string | null;
  @timestampColumn() createdAt: Date;
  @timestampColumn() expiresAt: Date;
  @timestampColumn({ nullable: true }) consumedAt: Date | null;
  @timestampColumn({ nullable: true }) supersededAt: Date | null;
}
