import type { MyAccount } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { ownAccountFirst, People, type PersonView } from '../people/index.js';
import type { AccessEntity } from './access.entity.js';
import { isUsable, USABLE } from './access.policy.js';
import { AccessesRepository } from './accesses.repository.js';

/** The carer's own accounts: 'Select an account' and the dashboard. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accesses: AccessesRepository,
    private readonly people: People,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Their own account first, then the children by name. */
  async listMine(context: RequestContext): Promise<{ items: MyAccount[] }> {
    const { userId } = signedInCarer(context);
    const accesses = await this.listUsable(userId);
    const people = await this.people.list(accesses.map(({ personId }) => personId));
    const accounts = accesses.flatMap((access) => {
      const person = people.get(access.personId);
      return person ? [accountOf(access, person)] : [];
    });
    return { items: accounts.sort(ownAccountFirst) };
  }

  /** The same NOT_FOUND for an account that does not exist and one that is another's. */
  async dashboard(context: RequestContext, accountId: string): Promise<MyAccount> {
    const { userId } = signedInCarer(context);
    const access = (await this.listUsable(userId)).find(({ personId }) => personId === accountId);
    if (!access) throw notFound();
    await this.database.transaction(() =>
      this.audit.record(context, { action: 'account.opened', objectType: 'account', objectId: accountId }),
    );
    return accountOf(access, await this.people.get(accountId));
  }

  private async listUsable(userId: string): Promise<AccessEntity[]> {
    const now = this.clock.now();
    const accesses = await this.accesses.listIn(USABLE, { userId });
    return accesses.filter((access) => isUsable(access, userId, now));
  }
}

const accountOf = (access: AccessEntity, person: PersonView): MyAccount => ({
  id: person.id,
  name: person.name,
  nickname: null,
  kind: person.kind,
  isOwnAccount: access.carerId === access.personId,
  newMessages: 0,
  itemsToView: 0,
  itemsToComplete: 0,
});
