import { Entity, Index } from 'typeorm';
import { z } from 'zod';
import {
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  referenceColumn,
  timestampColumn,
} from '../database/columns.js';

export const Channel = z.enum(['mail', 'text', 'call']);
export type Channel = z.infer<typeof Channel>;

/** `waiting` also while a process sends it; `sent` when the gateway took it; the others are final. */
export const OutboxState = z.enum(['waiting', 'sent', 'delivered', 'bounced', 'failed', 'expired']);
export type OutboxState = z.infer<typeof OutboxState>;

export const AboutKind = z.enum(['invitation', 'user', 'worker']);
export type AboutKind = z.infer<typeof AboutKind>;

/** What a message is about, as its sender says. */
export interface About {
  readonly kind: AboutKind;
  readonly id: string;
}

/** One e-mail, text or call, written with the change that it tells of. */
@Entity('outbox')
@Index('ix_outbox_due', ['channel', 'state', 'nextAttemptAt'])
@Index('ix_outbox_created', ['createdAt'])
export class OutboxRow {
  @idColumn() id: string;
  @choiceColumn(Channel) channel: Channel;
  @choiceColumn(OutboxState) state: OutboxState;
  /** Recipient and words under the service key: live codes stand here. Null once sent (security-rules 9.1). */
  @bytesColumn({ nullable: true }) content: Buffer | null;
  @choiceColumn(AboutKind, { nullable: true }) aboutKind: AboutKind | null;
  @referenceColumn({ nullable: true }) aboutId: string | null;
  @referenceColumn({ nullable: true }) challengeId: string | null;
  /** Counts the claims, and so tells the present claim from an older one whose lease ran out. */
  @integerColumn() attempts: number;
  @timestampColumn() createdAt: Date;
  /** When it may be claimed: the next try, or the end of the lease of the process that is sending it. */
  @timestampColumn() nextAttemptAt: Date;
  /** Not sent from then on. */
  @timestampColumn() notAfter: Date;
}
