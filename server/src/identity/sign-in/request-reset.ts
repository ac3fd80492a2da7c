import type { EmailCodeSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../http/request-context.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { SendingLimits } from '../challenges/sending-limits.js';
import { EmailAddresses } from '../email-address.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users/users.repository.js';

/** Forgotten password: a code goes to the address when a user has it; the reply is the same for every address. */
@Injectable()
export class RequestReset {
  constructor(
    private readonly users: UsersRepository,
    private readonly addresses: EmailAddresses,
    private readonly codes: EmailCodes,
    private readonly limits: SendingLimits,
    private readonly sessions: Sessions,
    private readonly database: Database,
  ) {}

  async request(context: RequestContext, email: string): Promise<EmailCodeSent> {
    const emailKey = this.addresses.keyOf(email);
    await this.limits.requireMail('reset', emailKey, context.ip);
    const user = await this.users.findByEmailKey(emailKey);
    const address = { email, emailKey };
    return this.database.transaction(async () => {
      const session = await this.sessions.begin(context, {
        kind: 'carer',
        stage: 'resetting_password',
        address,
      });
      const code = { session, purpose: 'reset', address, isForReal: user !== null, sendNumber: 1 } as const;
      return this.codes.send(context, code);
    });
  }
}
