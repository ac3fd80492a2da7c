import type { Allocation, Person, PersonSummary, PersonUser, Placement } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Users } from '../identity/index.js';
import { Teams, Workers } from '../staff/index.js';
import { AllocationsRepository } from './allocations.repository.js';
import type { PersonView } from './people.js';
import { People } from './people.js';
import { PersonEmail } from './person-email.js';
import { PlacementsRepository } from './placements.repository.js';

/** Puts together what a worker sees of a person. */
@Injectable()
export class PersonDetailsView {
  constructor(
    private readonly people: People,
    private readonly placements: PlacementsRepository,
    private readonly allocations: AllocationsRepository,
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly users: Users,
    private readonly email: PersonEmail,
  ) {}

  async summaries(people: readonly PersonView[]): Promise<PersonSummary[]> {
    const names = await this.teams.names();
    return people.map((person) => summaryOf(person, names));
  }

  async of(person: PersonView): Promise<Person> {
    const household = await this.people.listHousehold(person);
    return {
      ...summaryOf(person, await this.teams.names()),
      email: person.email,
      phone: person.phone,
      household: household.map(({ id, name }) => ({ id, name })),
      placements: await this.placementsOf(person.id),
      allocations: await this.allocationsOf(person.id),
      user: await this.userOf(person),
    };
  }

  private async placementsOf(personId: string): Promise<Placement[]> {
    const placements = await this.placements.listOf(personId);
    const people = await this.people.list(placements.flatMap(({ carerId, childId }) => [carerId, childId]));
    return placements.flatMap(({ id, carerId, childId, startsOn, endsOn }) => {
      const [carer, child] = [people.get(carerId), people.get(childId)];
      if (!carer || !child) return [];
      return [{ id, carerId, carerName: carer.name, childId, childName: child.name, startsOn, endsOn }];
    });
  }

  private async allocationsOf(personId: string): Promise<Allocation[]> {
    const allocations = await this.allocations.listOf(personId);
    return Promise.all(
      allocations.map(async ({ id, workerId, role, startsAt, endsAt }) => ({
        id,
        workerId,
        workerName: (await this.workers.get(workerId)).name,
        role,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      })),
    );
  }

  private async userOf(person: PersonView): Promise<PersonUser | null> {
    if (person.email === null) return null;
    const user = await this.users.findByEmailKey(this.email.indexOf(person.email));
    if (!user) return null;
    return {
      id: user.id,
      email: user.email,
      isPhoneConfirmed: user.isPhoneConfirmed,
      isLocked: user.isLocked,
      lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      mailBouncedAt: user.mailBouncedAt?.toISOString() ?? null,
    };
  }
}

const summaryOf = (person: PersonView, teamNames: ReadonlyMap<string, string>): PersonSummary => ({
  id: person.id,
  kind: person.kind,
  firstName: person.firstName,
  lastName: person.lastName,
  dateOfBirth: person.dateOfBirth,
  teamName: person.teamId === null ? null : (teamNames.get(person.teamId) ?? null),
});
