import type { MySignIn as MySignInView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { signedInCarer, type RequestContext } from '../../request/request-context.js';
import { UserFields } from '../users/user-fields.js';
import { UsersRepository } from '../users/users.repository.js';

const SHOWN_DIGITS = 3;

/** What a carer signs in with. An open browser tells nobody the whole number. */
@Injectable()
export class MySignIn {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
  ) {}

  async get(context: RequestContext): Promise<MySignInView> {
    const user = await this.users.get(signedInCarer(context).userId);
    const phone = await this.fields.openPhone(user);
    return {
      email: await this.fields.open(user, 'email'),
      phoneEnding: phone?.slice(-SHOWN_DIGITS) ?? null,
    };
  }
}
