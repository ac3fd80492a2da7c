import type { Team as TeamView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import type { RequestContext } from '../request/request-context.js';
import { TeamsRepository } from './teams.repository.js';

/** The council's teams. */
@Injectable()
export class Teams {
  constructor(
    private readonly teams: TeamsRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  async get(id: string): Promise<TeamView> {
    const team = await this.teams.find(id);
    if (!team) throw notFound();
    return { id: team.id, name: team.name };
  }

  async list(): Promise<TeamView[]> {
    return (await this.teams.list()).map(({ id, name }) => ({ id, name }));
  }

  /** Every team's name by its id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.teams.list()).map(({ id, name }) => [id, name]));
  }

  add(context: RequestContext, name: string): Promise<TeamView> {
    return this.database.transaction(async () => {
      const team = { id: this.identifiers.next(), name, createdAt: this.clock.now() };
      await this.teams.insert(team);
      await this.audit.record(context, { action: 'team.added', objectType: 'team', objectId: team.id });
      return { id: team.id, name };
    });
  }
}
