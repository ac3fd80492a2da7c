import { Injectable } from '@nestjs/common';
import type { SignedInWorker } from '../request/request-context.js';
import { CarersByAddress } from '../identity/index.js';
import { People } from './people.js';
import { PeopleRepository } from './people.repository.js';

/** What identity needs to know of people, behind the port that it declares. */
@Injectable()
export class CarersByEmail extends CarersByAddress {
  constructor(
    private readonly rows: PeopleRepository,
    private readonly people: People,
  ) {
    super();
  }

  async find(emailKey: string): Promise<{ id: string; teamId: string | null } | null> {
    const carer = await this.rows.findCarerByEmail(emailKey);
    return carer && { id: carer.id, teamId: carer.teamId };
  }

  async isVisibleTo(worker: SignedInWorker, emailKey: string): Promise<boolean> {
    const carer = await this.rows.findCarerByEmail(emailKey);
    return carer !== null && this.people.isVisible(worker, carer);
  }
}
