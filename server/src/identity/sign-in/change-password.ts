import type { ChangePassword as ChangePasswordBody } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Database } from '../../database/database.js';
import { Outbox } from '../../notifications/index.js';
import { signedInCarer, type RequestContext } from '../../request/request-context.js';
import { authFailed } from '../identity.errors.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { PasswordAttempts } from './password-attempts.js';

/**
 * A carer's new password for the one in use. Whoever finds a browser open must not take the account over, so the present
 * one is asked for, under the limits of signing in (security-rules 5.4, 5.9).
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly attempts: PasswordAttempts,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async change(context: RequestContext, { currentPassword, ...typed }: ChangePasswordBody): Promise<void> {
    const { userId } = signedInCarer(context);
    // What anybody may know of the rule is checked first, so that a weak password costs no try.
    this.newPasswords.requireShape(typed);
    const user = await this.users.get(userId);
    const { emailKey, passwordHash } = user;
    await this.attempts.require(context, {
      kind: 'carer',
      emailKey,
      password: currentPassword,
      storedHash: passwordHash,
      subjectId: userId,
    });
    const [firstName, lastName, email] = await Promise.all([
      this.fields.open(user, 'firstName'),
      this.fields.open(user, 'lastName'),
      this.fields.open(user, 'email'),
    ]);
    const next = await this.newPasswords.choose(typed, { firstName, lastName, email, passwordHash });
    await this.database.transaction(() => this.commit(context, user, { email, passwordHash: next }));
  }

  private async commit(
    context: RequestContext,
    { id, passwordHash }: User,
    next: { email: string; passwordHash: string },
  ): Promise<void> {
    // A reset or another change that was quicker stands.
    if (!(await this.users.confirmPassword(id, passwordHash, next.passwordHash))) throw authFailed();
    await this.sessions.endAllOf(id, await this.sessions.renew(context));
    await this.outbox.mail({
      template: 'password-changed',
      to: next.email,
      variables: {},
      about: { kind: 'user', id },
    });
    await this.audit.record(context, { action: 'password.changed', objectType: 'user', objectId: id });
  }
}
