import { Injectable } from '@nestjs/common';
import { Outbox } from '../../notifications/index.js';
import { UserFields } from '../users/user-fields.js';
import type { User } from '../users/user.entity.js';
import type { CodePhone } from './phone-number.js';

/** Tells the carer wherever they may be reached: a thief has one of the ways, not all (domain 8.2). */
@Injectable()
export class PhoneChanged {
  constructor(
    private readonly outbox: Outbox,
    private readonly fields: UserFields,
  ) {}

  /** In the transaction of the change; `user` as it was before. */
  async tell(user: User, next: CodePhone): Promise<void> {
    const about = { kind: 'user', id: user.id } as const;
    const to = await this.fields.open(user, 'email');
    await this.outbox.mail({ template: 'phone-changed', to, variables: {}, about });
    const before = await this.fields.openPhone(user);
    if (before !== null && user.canText !== false) await this.outbox.phoneChanged({ to: before, about });
    if (next.canText) await this.outbox.phoneChanged({ to: next.e164, about });
  }
}
