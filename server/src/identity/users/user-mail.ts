import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { Database } from '../../database/database.js';
import {
  type Delivery,
  type FailedDelivery,
  type MailContact,
  MailContacts,
  Notices,
  ReportListeners,
} from '../../notifications/index.js';
import { systemContext } from '../../request/request-context.js';
import { Tasks } from '../../tasks/index.js';
import { CarersByAddress } from '../ports.js';
import { UserFields } from './user-fields.js';
import { UsersRepository } from './users.repository.js';

/**
 * Whether mail reaches a user. A bounce turns the contact red and gives the team a task; a later mail that is delivered,
 * or a worker who has put it right, ends that (domain 8.5). Meanwhile notices wait.
 */
@Injectable()
export class UserMail implements OnModuleInit {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly carers: CarersByAddress,
    private readonly contacts: MailContacts,
    private readonly notices: Notices,
    private readonly reports: ReportListeners,
    private readonly tasks: Tasks,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.contacts.answerBy((userId) => this.contactOf(userId));
    this.reports.onFailure((failure) => this.noteFailure(failure));
    this.reports.onDelivery((delivery) => this.noteDelivery(delivery));
  }

  /** Mail is sent again, and what waited for that is due; call inside the transaction that says so. */
  async resume(userId: string): Promise<void> {
    await this.users.forgetBounce(userId);
    await this.tasks.completeAbout(userId, 'contact_bounced');
    await this.notices.resume(userId);
  }

  private async contactOf(userId: string): Promise<MailContact | null> {
    const user = await this.users.find(userId);
    if (!user) return null;
    return { address: await this.fields.open(user, 'email'), isBouncing: user.mailBouncedAt !== null };
  }

  private async noteFailure({ about, channel, isBounce }: FailedDelivery): Promise<void> {
    if (!isBounce || channel !== 'mail' || about?.kind !== 'user') return;
    const { id } = about;
    await this.database.transaction(async () => {
      if (!(await this.users.noteBounce(id, this.clock.now()))) return;
      const { emailKey } = await this.users.get(id);
      const carer = await this.carers.find(emailKey);
      await this.tasks.add({
        kind: 'contact_bounced',
        personId: carer?.id ?? null,
        about: { kind: 'user', id },
        teamId: carer?.teamId ?? null,
      });
      await this.record('user.mail_bounced', id);
    });
  }

  private async noteDelivery({ about, channel, writtenAt }: Delivery): Promise<void> {
    if (channel !== 'mail' || about?.kind !== 'user') return;
    const { id } = about;
    await this.database.transaction(async () => {
      if (!(await this.users.hasBouncedBefore(id, writtenAt))) return;
      await this.resume(id);
      await this.record('user.mail_resumed', id);
    });
  }

  private record(action: string, objectId: string): Promise<void> {
    return this.audit.record(systemContext(), { action, objectType: 'user', objectId });
  }
}
