import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { MINUTE_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { Database } from '../database/database.js';
import { systemContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import { EndedPlacements } from './ended-placements.js';
import { FollowNames } from './follow-names.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Sets invitations to expired once their code or link has run out, and tells the team (domain 8.1). */
@Injectable()
export class ExpireInvitations {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly names: FollowNames,
    private readonly endedPlacements: EndedPlacements,
    private readonly tasks: Tasks,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('invitations.expiry', MINUTE_MS, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const invitation of await this.invitations.listOverdue(now)) await this.expire(invitation);
    const unanswered = (await this.accesses.listUnanswered()).map(({ invitationId }) => invitationId);
    for (const invitation of await this.invitations.listHalfAnswered(unanswered, now))
      await this.expireRest(invitation);
    await this.endedPlacements.run();
  }

  private expire({ id, carerId, teamId }: InvitationEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.invitations.move(id, 'expire'))) return;
      await this.accesses.moveAllOf(id, 'expire');
      await this.tasks.add({
        kind: 'invitation_expired',
        personId: carerId,
        about: { kind: 'invitation', id },
        teamId,
      });
      await this.record('invitation.expired', id);
    });
  }

  /** The names left unticked are declined by silence; those accepted go on (domain 8.1). */
  private expireRest({ id, carerId, teamId }: InvitationEntity): Promise<void> {
    return this.database.transaction(async () => {
      await this.accesses.moveAllOf(id, 'expire');
      await this.tasks.add({
        kind: 'invitation_expired',
        personId: carerId,
        about: { kind: 'invitation', id },
        teamId,
      });
      await this.record('invitation.rest-expired', id);
      await this.names.settle(id);
    });
  }

  private record(action: string, objectId: string): Promise<void> {
    return this.audit.record(systemContext(), { action, objectType: 'invitation', objectId });
  }
}
