import type { CarerSession, SignIn as SignInBody } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { EmailAddresses } from '../email-address.js';
import { CarerSessions } from '../sessions/carer-sessions.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { authFailed } from '../identity.errors.js';
import { PasswordAttempts } from './password-attempts.js';

/** A carer's address and password. The phone comes next, every time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UsersRepository,
    private readonly addresses: EmailAddresses,
    private readonly attempts: PasswordAttempts,
    private readonly sessions: Sessions,
    private readonly carerSessions: CarerSessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async signIn(context: RequestContext, { email, password }: SignInBody): Promise<CarerSession> {
    const emailKey = this.addresses.keyOf(email);
    const found = await this.users.findByEmailKey(emailKey);
    await this.attempts.require(context, {
      kind: 'carer',
      emailKey,
      password,
      storedHash: found?.passwordHash ?? null,
      subjectId: found?.id ?? null,
    });
    if (!found) throw authFailed();
    const renewed = await this.attempts.renewedHash(password, found.passwordHash);
    const session = await this.database.transaction(() => this.begin(context, found, renewed));
    return this.carerSessions.view(session);
  }

  /** The sign-in goes on where the set-up stopped (security-rules 5.7). */
  private async begin(context: RequestContext, proven: User, renewed: string): Promise<Session> {
    const userId = proven.id;
    // A reset that was quicker has ended every session: none begins by the old password.
    if (!(await this.users.confirmPassword(userId, proven.passwordHash, renewed))) throw authFailed();
    const { state } = await this.users.get(userId);
    const stage = state === 'registered' ? 'phone_needed' : 'phone_check';
    await this.audit.record(context, {
      action: 'sign_in.password_given',
      objectType: 'user',
      objectId: userId,
      detail: { state },
    });
    return this.sessions.begin(context, { kind: 'carer', stage, subjectId: userId });
  }
}
