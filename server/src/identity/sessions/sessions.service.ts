import type { SessionTimes } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { SERVICE_KEY } from '../../crypto/data-keys.js';
import { FieldCipher } from '../../crypto/field-cipher.js';
import { Identifiers } from '../../crypto/identifiers.js';
import { Database } from '../../database/database.js';
import { notSignedIn } from '../../errors/domain-error.js';
import type { Actor, RequestContext } from '../../request/request-context.js';
import type { Address } from '../email-address.js';
import type { SessionCompanion } from './session-companion.repository.js';
import { actorOf } from './session-actor.js';
import { SessionTokens } from './session-tokens.js';
import { IDLE_MS, isLive, lifeOfStageMs, timesOf } from './session-times.js';
import type { Session, SessionStage } from './session.entity.js';
import { SessionsRepository, type OpenedSession } from './sessions.repository.js';
import { readUserAgent } from './user-agent.js';

/** Extending writes to the database, so a burst of requests extends once. */
const EXTEND_EVERY_MS = 1000;

export interface NewSession {
  readonly kind: Session['kind'];
  readonly stage: SessionStage;
  readonly subjectId?: string | null;
  /** While an address is verified or reset. */
  readonly address?: Address;
  /** When it ends at the latest, if not by its stage. */
  readonly expiresAt?: Date;
}

/** The one table of who is signed in, carers and workers alike. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: SessionTokens,
    private readonly cipher: FieldCipher,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /**
   * A session that owes nothing to the request's own, which ends if it has not yet: a password or an address was given.
   * Call it inside a transaction; the carer's cookie follows its commit.
   */
  async begin(context: RequestContext, wanted: NewSession): Promise<Session> {
    await this.end(context);
    return this.start(context, wanted);
  }

  /**
   * A rise of privilege: the next step of the request's own session, as a new one, since an id seen before is worth
   * nothing after it (security-rules 5.9). Of two steps at once one goes on, and none of a session that was ended
   * meanwhile: throws NOT_SIGNED_IN. Call it inside the transaction of the act.
   */
  async rise(context: RequestContext, wanted: NewSession): Promise<Session> {
    if (!(await this.end(context))) throw notSignedIn();
    return this.start(context, wanted);
  }

  /** The same session under a new id, for as long as it had: whoever has a copy of the cookie is out. */
  async renew(context: RequestContext): Promise<Session> {
    const { kind, stage, subjectId, expiresAt } = await this.current(context);
    return this.rise(context, { kind, stage, subjectId, expiresAt });
  }

  private async start(
    context: RequestContext,
    { kind, stage, subjectId = null, address, expiresAt }: NewSession,
  ): Promise<Session> {
    const now = this.clock.now();
    const id = this.identifiers.next();
    const session: Session = {
      id,
      kind,
      stage,
      subjectId,
      emailKey: address?.emailKey ?? null,
      email: address ? await this.cipher.encryptText(address.email, placeOf(id), SERVICE_KEY) : null,
      emailVerifiedAt: null,
      ...readUserAgent(context.header('user-agent')),
      createdAt: now,
      lastActivityAt: now,
      expiresAt: expiresAt ?? new Date(now.getTime() + lifeOfStageMs[stage]),
      revokedAt: null,
    };
    await this.sessions.insert(session);
    if (kind === 'carer') this.database.afterCommit(() => context.giveSession(this.tokens.sign(id)));
    return session;
  }

  /** The live session of a token's sid, or null. One found dead is revoked, so that no clock brings it back (R8). */
  async open(id: string): Promise<OpenedSession | null> {
    const session = await this.sessions.open(id);
    return session && this.ifLive(session);
  }

  /** As `open`, with the companion's rows, which are nobody's while the session is not live. */
  async openWith(id: string, companion: SessionCompanion) {
    const found = await this.sessions.openWith(id, companion);
    const session = found && (await this.ifLive(found.session));
    return session && { session, rows: found.rows };
  }

  private async ifLive(session: OpenedSession): Promise<OpenedSession | null> {
    const now = this.clock.now();
    if (isLive(session, now) && session.isActive) return session;
    if (session.revokedAt === null) await this.sessions.revoke(session.id, now);
    return null;
  }

  /** Who stands behind those of the sessions that live. Keeps none of them alive. */
  async actorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    const now = this.clock.now();
    const sessions = await this.sessions.openAll(ids);
    const live = sessions.filter((session) => isLive(session, now) && session.isActive);
    return new Map(live.map((session) => [session.id, actorOf(session)]));
  }

  /** The person is still there. */
  async extend({ id, lastActivityAt }: OpenedSession): Promise<void> {
    const now = this.clock.now();
    const extendedBefore = new Date(now.getTime() - EXTEND_EVERY_MS);
    if (lastActivityAt > extendedBefore) return;
    await this.sessions.extend(id, now, { idleSince: new Date(now.getTime() - IDLE_MS), extendedBefore });
  }

  /** The session that the request came with; throws NOT_SIGNED_IN. */
  async current({ actor }: RequestContext): Promise<Session> {
    const session = 'sessionId' in actor ? await this.sessions.find(actor.sessionId) : null;
    if (!session || session.revokedAt !== null) throw notSignedIn();
    return session;
  }

  async times(context: RequestContext): Promise<SessionTimes> {
    return timesOf(await this.current(context), this.clock.now());
  }

  /** The address that the session verifies or resets; throws NOT_SIGNED_IN when it does neither. */
  async addressOf(session: Session): Promise<Address> {
    if (!session.email || session.emailKey === null) throw notSignedIn();
    return {
      email: await this.cipher.decryptText(session.email, placeOf(session.id)),
      emailKey: session.emailKey,
    };
  }

  async verifyEmail(session: Session): Promise<void> {
    if (!(await this.sessions.verifyEmail(session.id, this.clock.now()))) throw notSignedIn();
  }

  /** The number was given: the same session now waits for its code. No rise of privilege, so no new id. */
  async awaitCode(session: Session): Promise<void> {
    if (session.stage === 'phone_check') return;
    if (!(await this.sessions.moveStage(session.id, 'phone_needed', 'phone_check'))) throw notSignedIn();
  }

  /** Ends the request's own session; false when there is none, or it had ended already. */
  async end({ actor }: RequestContext): Promise<boolean> {
    return 'sessionId' in actor && this.sessions.revoke(actor.sessionId, this.clock.now());
  }

  /** Ends every session of the user or worker but the one to keep, if any; how many there were. */
  endAllOf(subjectId: string, kept?: Session): Promise<number> {
    return this.sessions.revokeAllOf(subjectId, this.clock.now(), kept?.id);
  }
}

const placeOf = (rowId: string) => ({ table: 'sessions', column: 'email', rowId });
