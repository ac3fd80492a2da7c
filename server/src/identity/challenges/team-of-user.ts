import type { TaskKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Tasks } from '../../tasks/index.js';
import { CarersByAddress } from '../ports.js';
import type { User } from '../users/user.entity.js';

/** Tells the team that looks after the user's carer; everybody, when the address is on no carer's record. */
@Injectable()
export class TeamOfUser {
  constructor(
    private readonly tasks: Tasks,
    private readonly carers: CarersByAddress,
  ) {}

  async tell(user: User, kind: TaskKind): Promise<void> {
    const carer = await this.carers.find(user.emailKey);
    await this.tasks.add({
      kind,
      personId: carer?.id ?? null,
      teamId: carer?.teamId ?? null,
      isUrgent: true,
    });
  }
}
