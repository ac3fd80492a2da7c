import type { MySession } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { Database } from '../../database/database.js';
import { notFound } from '../../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../../request/request-context.js';
import { IDLE_MS } from './session-times.js';
import type { Session } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { Sessions } from './sessions.service.js';
import { SignOut } from './sign-out.js';

/** Where a carer is signed in, and logging out there (security-rules 5.13). */
@Injectable()
export class MySessions {
  constructor(
    private readonly rows: SessionsRepository,
    private readonly sessions: Sessions,
    private readonly leaving: SignOut,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext): Promise<{ items: MySession[] }> {
    const { userId, sessionId } = signedInCarer(context);
    const now = this.clock.now();
    const live = await this.rows.listSignedIn(userId, { now, idleSince: new Date(now.getTime() - IDLE_MS) });
    return { items: live.map((session) => viewOf(session, sessionId)) };
  }

  /** The same NOT_FOUND for a session that does not exist and one that is another's. */
  async end(context: RequestContext, id: string): Promise<void> {
    const { userId, sessionId } = signedInCarer(context);
    if (id === sessionId) return this.leaving.signOut(context);
    const session = await this.rows.find(id);
    if (session?.subjectId !== userId) throw notFound();
    await this.database.transaction(async () => {
      if (!(await this.rows.revoke(id, this.clock.now()))) return;
      await this.audit.record(context, { action: 'session.ended', objectType: 'session', objectId: id });
    });
  }

  /** Also those that are half signed in: somebody else may have come as far as the phone. */
  async endAll(context: RequestContext): Promise<void> {
    const { userId } = signedInCarer(context);
    await this.database.transaction(async () => {
      const count = await this.sessions.endAllOf(userId);
      await this.audit.record(context, {
        action: 'sessions.ended',
        objectType: 'user',
        objectId: userId,
        detail: { count },
      });
    });
    context.giveSession(null);
    context.clearSiteStorage();
  }
}

const viewOf = (session: Session, currentId: string): MySession => ({
  id: session.id,
  isCurrent: session.id === currentId,
  browser: session.browser ?? 'other',
  operatingSystem: session.operatingSystem ?? 'other',
  signedInAt: session.createdAt.toISOString(),
  lastActivityAt: session.lastActivityAt.toISOString(),
});
