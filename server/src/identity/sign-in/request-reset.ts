import type { EmailCodeSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { notAllowed } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { networkOf } from '../../limits/index.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { SendingLimits } from '../challenges/sending-limits.js';
import { EmailAddresses } from '../email-address.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import { UsersRepository } from '../users/users.repository.js';

/** Forgotten password: a code goes to the address that a user has given; the reply is the same for every address. */
@Injectable()
export class RequestReset {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly addresses: EmailAddresses,
    private readonly codes: EmailCodes,
    private readonly limits: SendingLimits,
    private readonly sessions: Sessions,
    private readonly database: Database,
  ) {}

  async request(context: RequestContext, email: string): Promise<EmailCodeSent> {
    const typed = this.addresses.read(email);
    await this.limits.requireMail('reset', typed.emailKey, networkOf(context.ip));
    const user = await this.users.findByEmailKey(typed.emailKey);
    const address = user ? { ...typed, email: await this.fields.open(user, 'email') } : typed;
    return this.database.transaction(async () => {
      const session = await this.sessions.begin(context, {
        kind: 'carer',
        stage: 'resetting_password',
        address,
      });
      const isForReal = user !== null;
      const code = {
        session,
        purpose: 'reset',
        address,
        isForReal,
        userId: user?.id,
        sendNumber: 1,
      } as const;
      return this.codes.send(context, code);
    });
  }

  /** Send new code: the old one is void. A page that was loaded anew no longer knows the address; the session does. */
  async resend(context: RequestContext): Promise<EmailCodeSent> {
    if (context.actor.kind !== 'carer') throw notAllowed();
    const session = await this.sessions.current(context);
    const address = await this.sessions.addressOf(session);
    await this.limits.requireMail('reset', address.emailKey, networkOf(context.ip));
    const isForReal = (await this.users.findByEmailKey(address.emailKey)) !== null;
    const sendNumber = (await this.codes.countSent(session, 'reset')) + 1;
    const code = { session, purpose: 'reset', address, isForReal, sendNumber } as const;
    return this.database.transaction(() => this.codes.send(context, code));
  }
}
