import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Team } from './team.entity.js';

@Injectable()
export class TeamsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Team | null> {
    return this.database.run((manager) => manager.findOneBy(Team, { id }));
  }

  list(): Promise<Team[]> {
    return this.database.run((manager) => manager.find(Team, { order: { name: 'ASC' } }));
  }

  async insert(team: Team): Promise<void> {
    await this.database.run((manager) => manager.insert(Team, team));
  }
}
