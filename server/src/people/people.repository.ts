import type { AccountKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { isUniqueViolation } from '../database/errors.js';
import { AllocationEntity } from './allocation.entity.js';
import { emailTaken } from './people.errors.js';
import { PersonEntity } from './person.entity.js';

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<PersonEntity | null> {
    return this.database.selectById(PersonEntity, id);
  }

  findCarerByEmail(emailIndex: string): Promise<PersonEntity | null> {
    return this.database.run((manager) => manager.findOneBy(PersonEntity, { emailIndex, kind: 'carer' }));
  }

  list(ids: readonly string[]): Promise<PersonEntity[]> {
    return this.database.selectByIds(PersonEntity, ids);
  }

  listOfHousehold(householdId: string): Promise<PersonEntity[]> {
    return this.database.run((manager) => manager.findBy(PersonEntity, { householdId }));
  }

  /** Everyone of the team, and whoever the worker is allocated to. */
  async listWithin(teamId: string | null, workerId: string, kind?: AccountKind): Promise<PersonEntity[]> {
    return this.database.run(async (manager) => {
      const allocations = await manager.findBy(AllocationEntity, { workerId, endsAt: IsNull() });
      const ofKind = kind ? { kind } : {};
      return manager.findBy(PersonEntity, [
        { ...ofKind, teamId: teamId === null ? IsNull() : teamId },
        { ...ofKind, id: In(allocations.map(({ personId }) => personId)) },
      ]);
    });
  }

  listAll(kind?: AccountKind): Promise<PersonEntity[]> {
    return this.database.run((manager) => manager.findBy(PersonEntity, kind ? { kind } : {}));
  }

  /** Keeps others who lock the person waiting until the transaction ends; SQLite has one transaction at a time. */
  async lock(id: string): Promise<void> {
    if (this.database.engine === 'sqlite') return;
    await this.database.run((manager) =>
      manager.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** Throws EMAIL_TAKEN. */
  async insert(person: PersonEntity): Promise<void> {
    const isNew = await this.database.run((manager) => insertOnce(manager, PersonEntity, person));
    if (!isNew) throw emailTaken();
  }

  /** Throws EMAIL_TAKEN. */
  async update(id: string, change: Partial<PersonEntity>): Promise<void> {
    try {
      await this.database.run((manager) => manager.update(PersonEntity, { id }, change));
    } catch (error) {
      throw isUniqueViolation(error) ? emailTaken() : error;
    }
  }
}
