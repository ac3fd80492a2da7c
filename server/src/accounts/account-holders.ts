import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import type { AccessEntity } from './access.entity.js';
import { isUsable, USABLE } from './access.policy.js';
import { AccessesRepository } from './accesses.repository.js';
import { OpenedAccounts } from './opened-accounts.repository.js';

/** A user who may use an account now, and the carer that they are. */
export interface AccountHolder {
  readonly userId: string;
  readonly carerId: string;
}

/** Who may use which account at this moment, as the other features need it. */
@Injectable()
export class AccountHolders {
  constructor(
    private readonly accesses: AccessesRepository,
    private readonly opened: OpenedAccounts,
    private readonly clock: Clock,
  ) {}

  /** Everybody who may use the account. */
  async listOf(accountId: string): Promise<AccountHolder[]> {
    const accesses = await this.accesses.listIn(USABLE, { personId: accountId });
    const now = this.clock.now();
    return accesses.flatMap((access) => {
      const { userId, carerId } = access;
      return userId !== null && isUsable(access, userId, now) ? [{ userId, carerId }] : [];
    });
  }

  /** The accounts that the user may use, oldest access first. */
  async listAccesses(userId: string): Promise<AccessEntity[]> {
    const now = this.clock.now();
    const accesses = await this.accesses.listOfUser(userId, USABLE);
    return accesses.filter((access) => isUsable(access, userId, now));
  }

  /** Null when the user may not use the account now. */
  async find(userId: string, accountId: string): Promise<AccountHolder | null> {
    const accesses = await this.listAccesses(userId);
    const access = accesses.find(({ personId }) => personId === accountId);
    return access ? { userId, carerId: access.carerId } : null;
  }

  /** As `find`, for a handler that was opened with `OpenedAccounts`; with the key that seals what is written there. */
  findOpened(context: RequestContext, accountId: string): (AccountHolder & { dataKeyId: string }) | null {
    const { userId } = signedInCarer(context);
    const now = this.clock.now();
    const found = this.opened
      .of(context.actor)
      .find(({ access }) => access.personId === accountId && isUsable(access, userId, now));
    return found ? { userId, carerId: found.access.carerId, dataKeyId: found.person.dataKeyId } : null;
  }

  /** Whether the user may use the account now or could at some time before. */
  async hasHeld(userId: string, accountId: string): Promise<boolean> {
    const accesses = await this.accesses.list({ userId, personId: accountId });
    return accesses.some(({ startsAt }) => startsAt !== null);
  }
}
