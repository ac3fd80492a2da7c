import type { CreateWorker, RouteReply, Worker, staffRoutes } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../request/request-context.js';
import { AddWorker } from './add-worker.js';
import { Teams } from './teams.service.js';
import { Workers, type WorkerView } from './workers.service.js';

/** The staff pages: who works here and in which team. */
@Injectable()
export class StaffService {
  constructor(
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly adding: AddWorker,
  ) {}

  async listWorkers(): Promise<RouteReply<typeof staffRoutes.listWorkers>> {
    const [workers, names] = await Promise.all([this.workers.listAll(), this.teams.names()]);
    return { items: workers.map((worker) => pageView(worker, names.get(worker.teamId ?? '') ?? null)) };
  }

  async createWorker(
    context: RequestContext,
    body: CreateWorker,
  ): Promise<RouteReply<typeof staffRoutes.createWorker>> {
    const { id, setPasswordLink } = await this.adding.addWorker(context, body);
    const worker = await this.workers.get(id);
    const team = worker.teamId === null ? null : await this.teams.get(worker.teamId);
    return { worker: pageView(worker, team?.name ?? null), setPasswordLink };
  }

  async listTeams(): Promise<RouteReply<typeof staffRoutes.listTeams>> {
    return { items: await this.teams.list() };
  }
}

const pageView = ({ name: _, ...worker }: WorkerView, teamName: string | null): Worker => ({
  ...worker,
  teamName,
});
