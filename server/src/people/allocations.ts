import type { AllocationRole } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AllocationsRepository } from './allocations.repository.js';

/** A worker who looks after a person now. */
export interface PresentAllocation {
  readonly personId: string;
  readonly workerId: string;
  readonly role: AllocationRole;
}

/** Which workers look after whom, as the other features need it. */
@Injectable()
export class Allocations {
  constructor(private readonly allocations: AllocationsRepository) {}

  /** A person has at most one worker in each role. */
  async listPresent(personIds: readonly string[]): Promise<PresentAllocation[]> {
    const allocations = await this.allocations.listPresent([...new Set(personIds)]);
    return allocations.map(({ personId, workerId, role }) => ({ personId, workerId, role }));
  }
}
