import type { Access, AccessMove } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { notFound, stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { People, type PersonView } from '../people/index.js';
import type { AccessEntity } from './access.entity.js';
import { Accesses } from './accesses.js';
import { AccessesRepository } from './accesses.repository.js';

type Change = 'end' | 'suspend' | 'resume';

const actions: Record<Change, string> = {
  end: 'access.ended',
  suspend: 'access.suspended',
  resume: 'access.resumed',
};

/** Who holds which account, and taking it away; the carer's next request is refused (domain 8.2). */
@Injectable()
export class AccessService {
  constructor(
    private readonly rows: AccessesRepository,
    private readonly accesses: Accesses,
    private readonly people: People,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(
    context: RequestContext,
    query: { accountId?: string | undefined; carerId?: string | undefined },
  ) {
    const worker = signedInWorker(context);
    const personId = query.accountId ?? query.carerId;
    if (personId === undefined) return { items: [] };
    await this.people.getVisible(worker, personId);
    const accesses = await this.rows.list(query.accountId ? { personId } : { carerId: personId });
    return { items: await this.views(accesses) };
  }

  async change(
    context: RequestContext,
    id: string,
    move: Change & AccessMove,
    reason: string,
  ): Promise<Access> {
    const access = await this.rows.find(id);
    if (!access) throw notFound();
    await this.people.getVisible(signedInWorker(context), access.personId);
    await this.database.transaction(async () => {
      const endsAt = move === 'end' ? this.clock.now() : access.endsAt;
      const change = { reason: await this.accesses.sealReason(id, reason), endsAt };
      if (!(await this.rows.move(id, move, change))) throw stateChanged();
      await this.accesses.tellHolder(id);
      await this.audit.record(context, { action: actions[move], objectType: 'access', objectId: id });
    });
    const [view] = await this.views([(await this.rows.find(id))!]);
    return view!;
  }

  private async views(accesses: readonly AccessEntity[]): Promise<Access[]> {
    const people = await this.people.list(accesses.flatMap(({ personId, carerId }) => [personId, carerId]));
    return accesses.flatMap((access) => {
      const [account, carer] = [people.get(access.personId), people.get(access.carerId)];
      return account && carer ? [viewOf(access, account, carer)] : [];
    });
  }
}

const viewOf = (access: AccessEntity, account: PersonView, carer: PersonView): Access => ({
  id: access.id,
  accountId: account.id,
  accountName: account.name,
  kind: account.kind,
  userId: access.userId,
  carerId: carer.id,
  carerName: carer.name,
  state: access.state,
  startsAt: access.startsAt?.toISOString() ?? null,
  endsAt: access.endsAt?.toISOString() ?? null,
});
