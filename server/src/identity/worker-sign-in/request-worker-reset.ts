import type { WorkerResetStarted } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { networkOf } from '../../limits/index.js';
import { WorkerCredentials, Workers } from '../../staff/index.js';
import { EmailCodes } from '../challenges/email-codes.js';
import { SendingLimits } from '../challenges/sending-limits.js';
import { EmailAddresses } from '../email-address.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import { Sessions } from '../sessions/sessions.service.js';

/** Forgotten password: a code goes to the address that a worker has; the reply is the same for every address. */
@Injectable()
export class RequestWorkerReset {
  constructor(
    private readonly credentials: WorkerCredentials,
    private readonly workers: Workers,
    private readonly addresses: EmailAddresses,
    private readonly codes: EmailCodes,
    private readonly limits: SendingLimits,
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly database: Database,
  ) {}

  async request(context: RequestContext, email: string): Promise<WorkerResetStarted> {
    const typed = this.addresses.read(email);
    await this.limits.requireMail('worker-reset', typed.emailKey, networkOf(context.ip));
    const worker = await this.credentials.findByEmailKey(typed.emailKey);
    const address = worker ? { ...typed, email: (await this.workers.get(worker.workerId)).email } : typed;
    return this.database.transaction(async () => {
      const session = await this.sessions.begin(context, {
        kind: 'worker',
        stage: 'resetting_password',
        address,
      });
      const code = {
        session,
        purpose: 'worker_reset',
        address,
        isForReal: worker !== null,
        sendNumber: 1,
      } as const;
      return { token: this.tokens.sign(session.id), ...(await this.codes.send(context, code)) };
    });
  }
}
