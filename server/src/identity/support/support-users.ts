import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { notFound } from '../../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../../request/request-context.js';
import { Outbox } from '../../notifications/index.js';
import { SendingLimits } from '../challenges/sending-limits.js';
import { StepLocks } from '../challenges/step-locks.js';
import { CarersByAddress } from '../ports.js';
import { Sessions } from '../sessions/sessions.service.js';
import { AttemptBuckets } from '../sign-in/attempt-buckets.js';
import { UserFields } from '../users/user-fields.js';
import { UserMail } from '../users/user-mail.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { SupportActs, type ActOfSupport } from './support-acts.js';

export interface SupportRequest {
  readonly userId: string;
  readonly reason: string;
}

/** What a worker does for a carer who cannot sign in. */
@Injectable()
export class SupportUsers {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly carers: CarersByAddress,
    private readonly acts: SupportActs,
    private readonly locks: StepLocks,
    private readonly sendingLimits: SendingLimits,
    private readonly buckets: AttemptBuckets,
    private readonly sessions: Sessions,
    private readonly mail: UserMail,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  clearLocks(context: RequestContext, request: SupportRequest): Promise<void> {
    return this.act(context, request, 'locks.cleared', async (user) => {
      await this.locks.clear(user);
      await this.sendingLimits.clear(user);
      await this.buckets.clearAll(user.emailKey);
    });
  }

  /** The carer gives a new number at the next sign-in, and it is proven twice again. */
  clearPhone(context: RequestContext, request: SupportRequest): Promise<void> {
    return this.act(context, request, 'phone.cleared', async (user) => {
      await this.users.clearPhone(user.id);
      await this.sessions.endAllOf(user.id);
      const to = await this.fields.open(user, 'email');
      await this.outbox.mail({
        template: 'phone-changed',
        to,
        variables: {},
        about: { kind: 'user', id: user.id },
      });
    });
  }

  /** The carer has put the mailbox right. */
  resumeMail(context: RequestContext, request: SupportRequest): Promise<void> {
    return this.act(context, request, 'mail.resumed', (user) => this.mail.resume(user.id));
  }

  endSessions(context: RequestContext, request: SupportRequest): Promise<void> {
    return this.act(context, request, 'sessions.ended', async (user) => {
      await this.sessions.endAllOf(user.id);
    });
  }

  private async act(
    context: RequestContext,
    { userId, reason }: SupportRequest,
    action: ActOfSupport['action'],
    work: (user: User) => Promise<void>,
  ): Promise<void> {
    const worker = signedInWorker(context);
    const user = await this.users.find(userId);
    // A carer of somebody else's does not exist.
    if (!user || !(await this.carers.isVisibleTo(worker, user.emailKey))) throw notFound();
    await this.database.transaction(async () => {
      await work(user);
      await this.acts.keep(context, { action, userId, workerId: worker.workerId, reason });
    });
  }
}
