import type { AllocationRole } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../database/database.js';
import { AllocationEntity } from './allocation.entity.js';

@Injectable()
export class AllocationsRepository {
  constructor(private readonly database: Database) {}

  listOf(personId: string): Promise<AllocationEntity[]> {
    return this.database.run((manager) =>
      manager.find(AllocationEntity, { where: { personId }, order: { startsAt: 'DESC', id: 'DESC' } }),
    );
  }

  /** Those that have not ended, of any of the people. */
  listPresent(personIds: readonly string[]): Promise<AllocationEntity[]> {
    return this.database.run((manager) =>
      manager.findBy(AllocationEntity, { personId: In([...personIds]), endsAt: IsNull() }),
    );
  }

  async isAllocated(personId: string, workerId: string): Promise<boolean> {
    return this.database.run((manager) =>
      manager.existsBy(AllocationEntity, { personId, workerId, endsAt: IsNull() }),
    );
  }

  /** The new worker in this role takes over from the one before. */
  async replace(allocation: AllocationEntity): Promise<void> {
    await this.database.run(async (manager) => {
      await this.endRole(allocation.personId, allocation.role, allocation.startsAt);
      await manager.insert(AllocationEntity, allocation);
    });
  }

  private async endRole(personId: string, role: AllocationRole, endsAt: Date): Promise<void> {
    await this.database.run((manager) =>
      manager.update(AllocationEntity, { personId, role, endsAt: IsNull() }, { endsAt }),
    );
  }
}
