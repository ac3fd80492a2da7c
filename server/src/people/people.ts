import type { AccountKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/domain-error.js';
import type { SignedInWorker } from '../http/request-context.js';
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

  async getName(id: string): Promise<string> {
    return (await this.get(id)).name;
  }

  /** By id, in no order; unknown ids are left out. */
  async list(ids: readonly string[]): Promise<Map<string, PersonView>> {
    const people = await this.people.list([...new Set(ids)]);
    const views = await Promise.all(people.map((person) => this.view(person)));
    return new Map(views.map((person) => [person.id, person]));
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
    const views = await Promise.all(people.map((person) => this.view(person)));
    return views.sort((a, b) =>
      byName.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`),
    );
  }

  async listHousehold(person: PersonView): Promise<PersonView[]> {
    if (person.householdId === null) return [];
    const members = await this.people.listOfHousehold(person.householdId);
    return Promise.all(members.filter(({ id }) => id !== person.id).map((member) => this.view(member)));
  }

  async isVisible(worker: SignedInWorker, person: PersonEntity): Promise<boolean> {
    if (maySeeEveryone(worker) || person.teamId === worker.teamId) return true;
    return this.allocations.isAllocated(person.id, worker.workerId);
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
