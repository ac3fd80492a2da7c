import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { DAY_MS } from '../../clock/lengths.js';
import { Database } from '../../database/database.js';
import { PhoneRisk } from '../../gateways/index.js';
import type { RequestContext } from '../../request/request-context.js';
import { phoneMoved } from '../identity.errors.js';
import type { User } from '../users/user.entity.js';
import { TeamOfUser } from './team-of-user.js';

/** By then the owner of a stolen number has noticed (security-rules 5.5). */
const SETTLED_AFTER_MS = 7 * DAY_MS;

/** No code goes to a number that was moved to another SIM or network within the week. */
@Injectable()
export class MovedPhones {
  constructor(
    private readonly risk: PhoneRisk,
    private readonly team: TeamOfUser,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws PHONE_MOVED, and tells the team. It asks another organisation, so never inside a transaction. */
  async requireSettled(context: RequestContext, user: User, phone: string): Promise<void> {
    const movedAt = await this.risk.check(phone);
    if (movedAt === null || this.clock.now().getTime() - movedAt.getTime() >= SETTLED_AFTER_MS) return;
    await this.database.transaction(async () => {
      await this.team.tell(user, 'phone_moved');
      await this.audit.record(context, {
        action: 'challenge.refused',
        objectType: 'user',
        objectId: user.id,
        outcome: 'refused',
        detail: { cause: 'phone_moved' },
      });
    });
    throw phoneMoved();
  }
}
