import type { ResetPassword as ResetPasswordBody } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { Outbox } from '../../notifications/index.js';
import type { Challenge } from '../challenges/challenge.entity.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { authFailed } from '../identity.errors.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import { PasswordOwners, type PasswordOwner } from './password-owners.js';
import { AttemptBuckets } from './attempt-buckets.js';

/** The code of the reset mail and a new password, for carers and workers. It activates nobody (domain 8.1). */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly codes: EmailCodes,
    private readonly owners: PasswordOwners,
    private readonly newPasswords: NewPasswords,
    private readonly buckets: AttemptBuckets,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async reset(context: RequestContext, { code, ...typed }: ResetPasswordBody): Promise<void> {
    const session = await this.sessions.current(context);
    // What anybody may know of the rule is checked first, so that a weak password costs no try.
    this.newPasswords.requireShape(typed);
    const purpose = session.kind === 'carer' ? 'reset' : 'worker_reset';
    const challenge = await this.codes.match(context, session, purpose, code);
    const owner = await this.owners.findByEmailKey(session.kind, challenge.subject);
    if (!owner) throw authFailed();
    const passwordHash = await this.newPasswords.choose(typed, owner);
    await this.database.transaction(() => this.commit(context, { session, challenge, owner, passwordHash }));
    if (session.kind === 'carer') context.giveSession(null);
  }

  private async commit(
    context: RequestContext,
    { session, challenge, owner, passwordHash }: Reset,
  ): Promise<void> {
    await this.codes.consume(context, challenge);
    await this.owners.setPassword(session.kind, owner.id, passwordHash);
    await this.sessions.end(context);
    await this.sessions.endAllOf(owner.id);
    // The tries that failed were tries at the old password.
    await this.buckets.clearFor(context, { kind: session.kind, emailKey: challenge.subject });
    const kind = session.kind === 'carer' ? 'user' : 'worker';
    const about = { kind, id: owner.id } as const;
    const template = session.kind === 'carer' ? 'password-changed' : 'worker-password-changed';
    await this.outbox.mail({ template, to: owner.email, variables: {}, about });
    await this.audit.record(context, { action: 'password.reset', objectType: kind, objectId: owner.id });
  }
}

interface Reset {
  readonly session: Session;
  readonly challenge: Challenge;
  readonly owner: PasswordOwner;
  readonly passwordHash: string;
}
