import type { AllocateWorker, EndPlacement, Person, PlaceChild } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { Events } from '../events/index.js';
import { notFound, stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Workers } from '../staff/index.js';
import { AllocationsRepository } from './allocations.repository.js';
import { People } from './people.js';
import { invalidField, placementOverlaps } from './people.errors.js';
import { PlacementEnded } from './people.events.js';
import { PeopleRepository } from './people.repository.js';
import { PersonDetailsView } from './person-details.view.js';
import { PlacementsRepository } from './placements.repository.js';

/** Who cares for whom, who fosters with whom, and which worker looks after them. */
@Injectable()
export class CareService {
  constructor(
    private readonly people: People,
    private readonly rows: PeopleRepository,
    private readonly placements: PlacementsRepository,
    private readonly allocations: AllocationsRepository,
    private readonly details: PersonDetailsView,
    private readonly workers: Workers,
    private readonly database: Database,
    private readonly events: Events,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async place(context: RequestContext, { carerId, childId, startsOn }: PlaceChild): Promise<Person> {
    const worker = signedInWorker(context);
    const carer = await this.people.getVisible(worker, carerId);
    const child = await this.people.getVisible(worker, childId);
    if (carer.kind !== 'carer' || child.kind !== 'child') throw notFound();
    const id = this.identifiers.next();
    await this.database.transaction(async () => {
      await this.people.lock(childId);
      await this.refuseOverlap(carerId, childId, startsOn);
      await this.placements.insert({ id, carerId, childId, startsOn, endsOn: null });
      await this.record(context, 'placement.started', 'placement', id);
    });
    return this.details.of(carer);
  }

  async endPlacement(context: RequestContext, id: string, { endsOn }: EndPlacement): Promise<Person> {
    const placement = await this.placements.find(id);
    if (!placement) throw notFound();
    const carer = await this.people.getVisible(signedInWorker(context), placement.carerId);
    if (endsOn < placement.startsOn) throw invalidField('endsOn', 'INVALID_DATE');
    await this.database.transaction(async () => {
      if (!(await this.placements.end(id, endsOn))) throw stateChanged();
      await this.record(context, 'placement.ended', 'placement', id);
      this.events.publish(new PlacementEnded(carer.id));
    });
    return this.details.of(carer);
  }

  /** Two carers become one household; each keeps a user of their own. */
  async linkHousehold(context: RequestContext, id: string, withPersonId: string): Promise<Person> {
    const worker = signedInWorker(context);
    const person = await this.people.getVisible(worker, id);
    const other = await this.people.getVisible(worker, withPersonId);
    if (person.kind !== 'carer' || other.kind !== 'carer' || id === withPersonId) throw notFound();
    const householdId = person.householdId ?? other.householdId ?? this.identifiers.next();
    await this.database.transaction(async () => {
      for (const member of [id, withPersonId]) await this.rows.update(member, { householdId });
      await this.record(context, 'household.linked', 'person', id);
    });
    return this.details.of(await this.people.get(id));
  }

  async allocate(context: RequestContext, id: string, { workerId, role }: AllocateWorker): Promise<Person> {
    const person = await this.people.getVisible(signedInWorker(context), id);
    const worker = await this.workers.get(workerId);
    if (!worker.isActive) throw invalidField('workerId', 'INVALID');
    await this.database.transaction(async () => {
      await this.people.lock(id);
      const startsAt = this.clock.now();
      const allocationId = this.identifiers.next();
      await this.allocations.replace({
        id: allocationId,
        personId: id,
        workerId,
        role,
        startsAt,
        endsAt: null,
      });
      if (person.teamId === null) await this.rows.update(id, { teamId: worker.teamId });
      await this.audit.record(context, {
        action: 'worker.allocated',
        objectType: 'person',
        objectId: id,
        detail: { workerId, role },
      });
    });
    return this.details.of(await this.people.get(id));
  }

  private async refuseOverlap(carerId: string, childId: string, startsOn: string): Promise<void> {
    const earlier = await this.placements.listOf(childId);
    const isOverlapping = earlier.some(
      (placement) =>
        placement.carerId === carerId && (placement.endsOn === null || placement.endsOn >= startsOn),
    );
    if (isOverlapping) throw placementOverlaps();
  }

  private record(
    context: RequestContext,
    action: string,
    objectType: string,
    objectId: string,
  ): Promise<void> {
    return this.audit.record(context, { action, objectType, objectId });
  }
}
