import type { EmailCodeSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
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
}
