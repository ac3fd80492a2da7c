import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { Sessions } from './sessions.service.js';

/** Log out, for carers and workers. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** The session is dead before the reply; the device cookie stays, or strangers could lock a known device out (5.13). */
  async signOut(context: RequestContext): Promise<void> {
    const { actor } = context;
    if ('sessionId' in actor) {
      await this.database.transaction(async () => {
        await this.sessions.end(context);
        await this.audit.record(context, {
          action: 'session.ended',
          objectType: 'session',
          objectId: actor.sessionId,
        });
      });
    }
    // The desktop app has no cookie, and in a browser that shows its screens the cookie is a carer's.
    if (context.client === 'desktop') return;
    context.giveSession(null);
    context.clearSiteStorage();
  }
}
