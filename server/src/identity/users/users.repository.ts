import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { changeIf, insertOnce } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { User, type UserState } from './user.entity.js';

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<User | null> {
    return this.database.selectById(User, id);
  }

  get(id: string): Promise<User> {
    return this.database.run((manager) => manager.findOneByOrFail(User, { id }));
  }

  findByEmailKey(emailKey: string): Promise<User | null> {
    return this.database.run((manager) => manager.findOneBy(User, { emailKey }));
  }

  list(ids: readonly string[]): Promise<User[]> {
    return this.database.selectByIds(User, ids);
  }

  /** False when the address already has a user. */
  insert(user: User): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, User, user));
  }

  /** Moves the set-up on by one step; false when it was not at `from`, or the number is no longer the proven one. */
  move(id: string, phoneKey: string, from: UserState, to: UserState): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, User, { where: { id, phoneKey, state: from }, set: { state: to } }),
    );
  }

  setPassword(id: string, passwordHash: string): Promise<boolean> {
    return this.database.run((manager) => changeIf(manager, User, { where: { id }, set: { passwordHash } }));
  }

  /**
   * The password is still the one that was proven, and is hashed anew as `renewed`. Locks the row, so that a reset either
   * is seen here or sees what follows in this transaction. False when the password was changed meanwhile.
   */
  confirmPassword(id: string, proven: string, renewed: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, User, { where: { id, passwordHash: proven }, set: { passwordHash: renewed } }),
    );
  }

  async noteSignIn(id: string, lastSignInAt: Date): Promise<void> {
    await this.database.run((manager) => changeIf(manager, User, { where: { id }, set: { lastSignInAt } }));
  }

  async lockStep(id: string, stepLockedUntil: Date): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, User, { where: { id }, set: { stepLockedUntil } }),
    );
  }

  /** False when the lock was there already. */
  lockUntilCleared(id: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, User, { where: { id, needsUnlock: false }, set: { needsUnlock: true } }),
    );
  }

  async unlockStep(id: string): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, User, { where: { id }, set: { stepLockedUntil: null, needsUnlock: false } }),
    );
  }

  /** Mail to the address came back; false when that was known, or the user is there no more. */
  noteBounce(id: string, mailBouncedAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, User, { where: { id, mailBouncedAt: IsNull() }, set: { mailBouncedAt } }),
    );
  }

  /** A mail written later than the bounce may have arrived; one from before it says nothing. */
  hasBouncedBefore(id: string, writtenAt: Date): Promise<boolean> {
    return this.database.run((manager) => manager.existsBy(User, { id, mailBouncedAt: LessThan(writtenAt) }));
  }

  async forgetBounce(id: string): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, User, { where: { id }, set: { mailBouncedAt: null } }),
    );
  }

  /** Whose number was given before `givenBefore` and never confirmed (security-rules 5.7). */
  async listWithAbandonedPhone(givenBefore: Date, limit: number): Promise<string[]> {
    const users = await this.database.run((manager) =>
      manager.find(User, {
        select: { id: true },
        where: { state: In(unconfirmed), phoneGivenAt: LessThan(givenBefore) },
        take: limit,
      }),
    );
    return users.map(({ id }) => id);
  }

  /** Forgets that number; false when it was confirmed or given anew meanwhile. */
  dropAbandonedPhone(id: string, givenBefore: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, User, {
        where: { id, state: In(unconfirmed), phoneGivenAt: LessThan(givenBefore) },
        set: withoutPhone,
      }),
    );
  }

  async clearPhone(id: string): Promise<void> {
    await this.database.run((manager) => changeIf(manager, User, { where: { id }, set: withoutPhone }));
  }
}

const unconfirmed: UserState[] = ['registered', 'phone_enrolled'];

const withoutPhone = {
  state: 'registered',
  phone: null,
  phoneKey: null,
  phoneSlot: null,
  canText: null,
  phoneGivenAt: null,
} as const;
