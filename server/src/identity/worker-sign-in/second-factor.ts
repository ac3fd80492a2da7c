import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { Limits } from '../../limits/index.js';
import { codeNotAccepted } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';

const MINUTE_MS = 60_000;

/** As many tries as a password and a text code together allow (security-rules 5.5, 5.9). */
const TRIES = { count: 10, perMs: 15 * MINUTE_MS };
const TRIES_A_DAY = { count: 30, perMs: 24 * 60 * MINUTE_MS };

/** What every second factor of a worker has in common: few tries, an audit row, and the way in. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Counts a try before it is evaluated; throws TOO_MANY_TRIES. */
  async spendTry(workerId: string): Promise<void> {
    await this.limits.require('second-factor', workerId, TRIES, 'TOO_MANY_TRIES');
    await this.limits.require('second-factor-day', workerId, TRIES_A_DAY, 'TOO_MANY_TRIES');
  }

  /** Notes a wrong code and refuses it. */
  async refuse(context: RequestContext, workerId: string, factor: 'totp' | 'recovery_code'): Promise<never> {
    const act = { action: 'worker_sign_in.code_tried', objectType: 'worker', objectId: workerId } as const;
    await this.database.transaction(() =>
      this.audit.record(context, { ...act, outcome: 'refused', detail: { factor } }),
    );
    throw codeNotAccepted();
  }

  /** In the transaction that used the factor up: the worker is in. Throws NOT_SIGNED_IN when the session ended meanwhile. */
  async signIn(context: RequestContext, workerId: string, factor: string): Promise<Session> {
    await this.limits.clear('second-factor', workerId);
    await this.limits.clear('second-factor-day', workerId);
    await this.audit.record(context, {
      action: 'worker_sign_in.completed',
      objectType: 'worker',
      objectId: workerId,
      detail: { factor },
    });
    return this.sessions.rise(context, { kind: 'worker', stage: 'signed_in', subjectId: workerId });
  }
}
