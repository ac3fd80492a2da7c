import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { notFound } from '../../errors/domain-error.js';
import { UserFields } from './user-fields.js';
import type { User, UserState } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

/** A carer's sign-in as other features see it. `phone` in E.164; `emailKey` is the blind index of the address. */
export interface UserView {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailKey: string;
  readonly phone: string | null;
  readonly phoneChangedAt: Date | null;
  readonly state: UserState;
  readonly isPhoneConfirmed: boolean;
  readonly isLocked: boolean;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
  /** Since when mail to the address comes back; null while it arrives. */
  readonly mailBouncedAt: Date | null;
}

/** The carers' sign-ins. */
@Injectable()
export class Users {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly clock: Clock,
  ) {}

  async findByEmailKey(emailKey: string): Promise<UserView | null> {
    const user = await this.users.findByEmailKey(emailKey);
    return user && this.view(user);
  }

  async get(userId: string): Promise<UserView> {
    const user = await this.users.find(userId);
    if (!user) throw notFound();
    return this.view(user);
  }

  /** Those of the ids that exist, in no particular order. */
  async list(ids: readonly string[]): Promise<UserView[]> {
    if (ids.length === 0) return [];
    return Promise.all((await this.users.list(ids)).map((user) => this.view(user)));
  }

  /** First and last name by id, of those of the ids that exist. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const users = await this.users.list([...new Set(ids)]);
    return new Map(await Promise.all(users.map(async (user) => [user.id, await this.nameOf(user)] as const)));
  }

  private async nameOf(user: User): Promise<string> {
    return `${await this.fields.open(user, 'firstName')} ${await this.fields.open(user, 'lastName')}`;
  }

  private async view(user: User): Promise<UserView> {
    const { id, emailKey, state, phoneChangedAt, lastSignInAt, mailBouncedAt, createdAt } = user;
    const [firstName, lastName, email, phone] = await Promise.all([
      this.fields.open(user, 'firstName'),
      this.fields.open(user, 'lastName'),
      this.fields.open(user, 'email'),
      this.fields.openPhone(user),
    ]);
    const isLocked = user.needsUnlock || (user.stepLockedUntil ?? 0) > this.clock.now();
    const isPhoneConfirmed = state === 'phone_confirmed';
    const names = { firstName, lastName, email };
    const phones = { phone, phoneChangedAt, isPhoneConfirmed };
    const times = { lastSignInAt, mailBouncedAt, createdAt };
    return { id, ...names, emailKey, ...phones, state, isLocked, ...times };
  }
}
