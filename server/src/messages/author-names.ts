import { Injectable } from '@nestjs/common';
import { Users } from '../identity/index.js';
import { Workers } from '../staff/index.js';
import type { Author } from './post-message.js';

/** The first and last names of those who write and read, on both sides. */
@Injectable()
export class AuthorNames {
  constructor(
    private readonly users: Users,
    private readonly workers: Workers,
  ) {}

  /** By id; a user's id and a worker's are never the same. */
  async list(people: readonly Author[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (side: Author['side']) =>
      people.filter((person) => person.side === side).map(({ id }) => id);
    const [users, workers] = await Promise.all([
      this.users.names(idsOf('carer')),
      this.workers.names(idsOf('worker')),
    ]);
    return new Map([...users, ...workers]);
  }
}
