import type { EmailCodeSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { networkOf } from '../../limits/index.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { askingOf } from '../challenges/new-challenge.js';
import { SendingLimits } from '../challenges/sending-limits.js';
import { EmailAddresses } from '../email-address.js';
import { InvitedAddresses } from '../ports.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users/users.repository.js';

/**
 * Send verification code. Every address gets the same reply after the same work (security-rules 5.3). A code goes out
 * only to an address with an open invitation and no user: who has a user signs in or resets the password, and a mail
 * that said so would tell a stranger's mailbox, and a flood of them the carer, that there is an account.
 */
@Injectable()
export class StartSignUp {
  constructor(
    private readonly users: UsersRepository,
    private readonly invited: InvitedAddresses,
    private readonly addresses: EmailAddresses,
    private readonly codes: EmailCodes,
    private readonly limits: SendingLimits,
    private readonly sessions: Sessions,
    private readonly database: Database,
  ) {}

  /** Begins in a new session, so another address starts from nothing. */
  async start(context: RequestContext, email: string): Promise<EmailCodeSent> {
    const address = this.addresses.read(email);
    await this.limits.requireMail('sign-up', address.emailKey, networkOf(context.ip));
    const isForReal = await this.maySignUp(address.emailKey);
    const { session, sent } = await this.database.transaction(async () => {
      const begun = await this.sessions.begin(context, { kind: 'carer', stage: 'signing_up', address });
      const code = { session: begun, purpose: 'email_verify', address, isForReal, sendNumber: 1 } as const;
      return { session: begun, sent: await this.codes.send(context, code) };
    });
    await this.beginWait(session, 0);
    return sent;
  }

  /** Send new code: the old one is void. */
  async resend(context: RequestContext): Promise<EmailCodeSent> {
    const session = await this.sessions.current(context);
    const address = await this.sessions.addressOf(session);
    const sentBefore = await this.codes.countSent(session, 'email_verify');
    await this.beginWait(session, sentBefore);
    await this.limits.requireMail('sign-up', address.emailKey, networkOf(context.ip));
    const isForReal = await this.maySignUp(address.emailKey);
    const code = {
      session,
      purpose: 'email_verify',
      address,
      isForReal,
      sendNumber: sentBefore + 1,
    } as const;
    return this.database.transaction(() => this.codes.send(context, code));
  }

  private beginWait(session: Session, sentBefore: number): Promise<void> {
    return this.limits.requireWaited(askingOf(session, 'email_verify'), 'email', sentBefore);
  }

  private async maySignUp(emailKey: string): Promise<boolean> {
    const [isInvited, user] = await Promise.all([
      this.invited.isInvited(emailKey),
      this.users.findByEmailKey(emailKey),
    ]);
    return isInvited && user === null;
  }
}
