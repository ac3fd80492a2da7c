import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { notFound } from '../errors/domain-error.js';
import { People, type PersonView } from '../people/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import type { AccessEntity } from './access.entity.js';
import { isUsable } from './access.policy.js';
import { AccountHolders } from './account-holders.js';
import { Nicknames } from './nicknames.js';
import { OpenedAccounts, type OpenedAccount } from './opened-accounts.repository.js';

/** An account that a carer may use now, as they see it. */
export interface UsableAccount {
  readonly id: string;
  readonly accessId: string;
  /** Whom it is about. */
  readonly person: PersonView;
  /** The carer that its user is; equal to `id` in their own account. */
  readonly carerId: string;
  readonly nickname: string | null;
}

/** A carer's accounts with their names. */
@Injectable()
export class UsableAccounts {
  constructor(
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly nicknames: Nicknames,
    private readonly opened: OpenedAccounts,
    private readonly clock: Clock,
  ) {}

  /** By the account's id; accounts about somebody who was erased are left out. */
  async list(userId: string): Promise<ReadonlyMap<string, UsableAccount>> {
    const accesses = await this.holders.listAccesses(userId);
    return this.accountsOf(accesses, await this.people.list(accesses.map(({ personId }) => personId)));
  }

  /** As `list`, for a handler that was opened with `OpenedAccounts`: out of what was read with its session. */
  listOpened(context: RequestContext): Promise<ReadonlyMap<string, UsableAccount>> {
    return this.listOf(context, this.opened.of(context.actor));
  }

  /** As `listOpened`, out of these rows. */
  async listOf(
    context: RequestContext,
    rows: readonly OpenedAccount[],
  ): Promise<ReadonlyMap<string, UsableAccount>> {
    const { userId } = signedInCarer(context);
    const now = this.clock.now();
    const usable = rows.filter(({ access }) => isUsable(access, userId, now));
    const people = await this.people.listFrom(usable.map(({ person }) => person));
    return this.accountsOf(
      usable.map(({ access }) => access),
      people,
    );
  }

  /** The same NOT_FOUND for an account that does not exist and one that the user may not use now. */
  async get(userId: string, accountId: string): Promise<UsableAccount> {
    const account = (await this.list(userId)).get(accountId);
    if (!account) throw notFound();
    return account;
  }

  private async accountsOf(
    accesses: readonly AccessEntity[],
    people: ReadonlyMap<string, PersonView>,
  ): Promise<ReadonlyMap<string, UsableAccount>> {
    const accounts = await Promise.all(
      accesses.map(async (access): Promise<UsableAccount | null> => {
        const person = people.get(access.personId);
        if (!person) return null;
        const nickname = await this.nicknames.open(access);
        return { id: person.id, accessId: access.id, person, carerId: access.carerId, nickname };
      }),
    );
    return new Map(accounts.flatMap((account) => (account ? [[account.id, account]] : [])));
  }
}
