import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { systemContext } from '../request/request-context.js';
import { type FailedDelivery, ReportListeners } from '../notifications/index.js';
import { Tasks } from '../tasks/index.js';
import { InvitationsRepository } from './invitations.repository.js';

/** A mail that came back ends the invitation to that address and gives the team a task (domain 8.1). */
@Injectable()
export class BouncedInvitations implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly tasks: Tasks,
    private readonly database: Database,
    private readonly reports: ReportListeners,
    private readonly audit: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.reports.onFailure((failure) => this.bounce(failure));
  }

  private async bounce({ about, isBounce }: FailedDelivery): Promise<void> {
    if (!isBounce || about?.kind !== 'invitation') return;
    const { id } = about;
    await this.database.transaction(async () => {
      if (!(await this.invitations.move(id, 'bounce'))) return;
      // What never arrived is on its way no more: the names can be invited anew.
      await this.accesses.moveAllOf(id, 'expire');
      const { carerId, teamId } = (await this.invitations.find(id))!;
      await this.tasks.add({
        kind: 'invitation_bounced',
        personId: carerId,
        about: { kind: 'invitation', id },
        teamId,
        isUrgent: true,
      });
      await this.audit.record(systemContext(), {
        action: 'invitation.bounced',
        objectType: 'invitation',
        objectId: id,
      });
    });
  }
}
