import type { AccountKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { DataKeyDestroyed } from '../crypto/data-keys.js';
import { notFound } from '../errors/domain-error.js';
import type { SignedInWorker } from '../request/request-context.js';
import { AllocationsRepository } from './allocations.repository.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonDetails, PersonEntity } from './person.entity.js';
import { maySeeEveryone } from './person.policy.js';
import { PersonSeal } from './person-seal.js';

/** A person as the other features see them. The id is also the account's. */
export interface PersonView extends PersonDetails {
  readonly id: string;
  readonly kind: AccountKind;
  readonly teamId: string | null;
  readonly householdId: string | null;
  readonly dataKeyId: string;
  readonly name: string;
}

/** Reading people; who may see whom. */
@Injectable()
export class People {
  constructor(
    private readonly people: PeopleRepository,
    private readonly allocations: AllocationsRepository,
    private readonly seal: PersonSeal,
  ) {}

  /** Throws NOT_FOUND. For use where the right to see the person follows from something else, such as an access. */
  async get(id: string): Promise<PersonView> {
    const person = await this.people.find(id);
    if (!person) throw notFound();
    return this.view(person);
  }

  /** By id, in no order; unknown ids and people who were erased are left out. */
  async list(ids: readonly string[]): Promise<Map<string, PersonView>> {
    return this.listFrom(await this.people.list([...new Set(ids)]));
  }

  /** As `list`, of people whose rows were read along with something else; each is opened once. */
  async listFrom(people: readonly PersonEntity[]): Promise<Map<string, PersonView>> {
    const views = await this.views([...new Map(people.map((person) => [person.id, person])).values()]);
    return new Map(views.map((person) => [person.id, person]));
  }

  /** Lets one transaction at a time decide about the person; call it first inside the transaction. */
  lock(id: string): Promise<void> {
    return this.people.lock(id);
  }

  /** The person, if this worker may see them; else NOT_FOUND, as for an id that does not exist. */
  async getVisible(worker: SignedInWorker, id: string): Promise<PersonView> {
    const person = await this.people.find(id);
    if (!person || !(await this.isVisible(worker, person))) throw notFound();
    return this.view(person);
  }

  /** Everyone this worker may see, by last and first name. */
  async listVisible(worker: SignedInWorker, kind?: AccountKind): Promise<PersonView[]> {
    const people = maySeeEveryone(worker)
      ? await this.people.listAll(kind)
      : await this.people.listWithin(worker.teamId, worker.workerId, kind);
    return (await this.views(people)).sort((a, b) =>
      byName.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`),
    );
  }

  async listHousehold(person: PersonView): Promise<PersonView[]> {
    if (person.householdId === null) return [];
    const members = await this.people.listOfHousehold(person.householdId);
    return this.views(members.filter(({ id }) => id !== person.id));
  }

  async isVisible(worker: SignedInWorker, person: PersonEntity): Promise<boolean> {
    if (maySeeEveryone(worker) || person.teamId === worker.teamId) return true;
    return this.allocations.isAllocated(person.id, worker.workerId);
  }

  /** Erasure destroys a person's key; the lists that they stood in must go on without them (security-rules 9.1). */
  private async views(people: readonly PersonEntity[]): Promise<PersonView[]> {
    const views = await Promise.all(
      people.map((person) =>
        this.view(person).catch((error: unknown) => {
          if (error instanceof DataKeyDestroyed) return null;
          throw error;
        }),
      ),
    );
    return views.filter((view) => view !== null);
  }

  private async view(person: PersonEntity): Promise<PersonView> {
    const details = await this.seal.open(person);
    const { id, kind, teamId, householdId, dataKeyId } = person;
    return {
      id,
      kind,
      teamId,
      householdId,
      dataKeyId,
      ...details,
      name: `${details.firstName} ${details.lastName}`,
    };
  }
}

const byName = new Intl.Collator('en-GB');
