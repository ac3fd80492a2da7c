import type { CarerSession, CompleteSignUp as CompleteSignUpBody, EmailVerified } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { Identifiers } from '../../crypto/identifiers.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { emailNotVerified, emailTaken } from '../identity.errors.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { CarerSessions } from '../sessions/carer-sessions.js';
import { isEmailVerified } from '../sessions/session-times.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import { UsersRepository } from '../users/users.repository.js';

/** Verify code, then Create: the address is proven in this browser, the name and the password make the user. */
@Injectable()
export class CompleteSignUp {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly codes: EmailCodes,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly carerSessions: CarerSessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  async verifyEmail(context: RequestContext, code: string): Promise<EmailVerified> {
    const session = await this.sessions.current(context);
    const challenge = await this.codes.match(context, session, 'email_verify', code);
    await this.database.transaction(async () => {
      await this.codes.consume(context, challenge);
      await this.sessions.verifyEmail(session);
    });
    return { isVerified: true };
  }

  async complete(context: RequestContext, body: CompleteSignUpBody): Promise<CarerSession> {
    const session = await this.sessions.current(context);
    if (!isEmailVerified(session, this.clock.now())) throw emailNotVerified();
    const address = await this.sessions.addressOf(session);
    const passwordHash = await this.newPasswords.choose(body, { ...body, ...address, passwordHash: null });
    const next = await this.database.transaction(async () => {
      const userId = await this.createUser(body, address, passwordHash);
      await this.audit.record(context, { action: 'user.created', objectType: 'user', objectId: userId });
      return this.sessions.rise(context, { kind: 'carer', stage: 'phone_needed', subjectId: userId });
    });
    return this.carerSessions.view(next);
  }

  private async createUser(
    { firstName, lastName }: CompleteSignUpBody,
    { email, emailKey }: { email: string; emailKey: string },
    passwordHash: string,
  ): Promise<string> {
    const id = this.identifiers.next();
    const isNew = await this.users.insert({
      id,
      firstName: await this.fields.seal(id, 'firstName', firstName),
      lastName: await this.fields.seal(id, 'lastName', lastName),
      email: await this.fields.seal(id, 'email', email),
      emailKey,
      passwordHash,
      state: 'registered',
      phone: null,
      phoneKey: null,
      phoneSlot: null,
      canText: null,
      phoneGivenAt: null,
      phoneChangedAt: null,
      stepLockedUntil: null,
      needsUnlock: false,
      lastSignInAt: null,
      mailBouncedAt: null,
      createdAt: this.clock.now(),
    });
    if (!isNew) throw emailTaken();
    return id;
  }
}
