import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { stateChanged } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { Devices } from '../devices/devices.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Challenge } from './challenge.entity.js';

/** What a proven phone opens: the next step of the set-up, or the account (security-rules 5.7). */
@Injectable()
export class PhoneProven {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * In the open transaction. Throws STATE_CHANGED when the user is no longer at that step, or has given another number
   * since the code was sent.
   */
  async advance(context: RequestContext, user: User, challenge: Challenge): Promise<Session> {
    const { purpose, destinationHash } = challenge;
    if (purpose === 'phone_enrol') {
      if (!(await this.users.move(user.id, destinationHash, 'registered', 'phone_enrolled')))
        throw stateChanged();
      await this.note(context, user, 'phone.enrolled');
      return this.sessions.rise(context, { kind: 'carer', stage: 'phone_check', subjectId: user.id });
    }
    if (purpose === 'phone_confirm') {
      if (!(await this.users.move(user.id, destinationHash, 'phone_enrolled', 'phone_confirmed')))
        throw stateChanged();
      await this.note(context, user, 'phone.confirmed');
    } else if (
      purpose !== 'signin' ||
      user.state !== 'phone_confirmed' ||
      user.phoneKey !== destinationHash
    ) {
      throw stateChanged();
    }
    return this.signIn(context, user);
  }

  private async signIn(context: RequestContext, user: User): Promise<Session> {
    await this.users.noteSignIn(user.id, this.clock.now());
    await this.devices.remember(context, user.emailKey);
    await this.note(context, user, 'sign_in.completed');
    return this.sessions.rise(context, { kind: 'carer', stage: 'signed_in', subjectId: user.id });
  }

  private note(context: RequestContext, { id }: User, action: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'user', objectId: id });
  }
}
