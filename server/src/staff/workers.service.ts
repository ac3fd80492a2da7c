import type { WorkerRole } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { notFound } from '../errors/domain-error.js';
import { WorkerFields } from './worker-fields.js';
import type { Worker } from './worker.entity.js';
import { WorkersRepository } from './workers.repository.js';

/** A worker as other features see one. */
export interface WorkerView {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  readonly role: WorkerRole;
  readonly teamId: string | null;
  readonly isActive: boolean;
}

/** The council's workers. */
@Injectable()
export class Workers {
  constructor(
    private readonly workers: WorkersRepository,
    private readonly fields: WorkerFields,
  ) {}

  async find(id: string): Promise<WorkerView | null> {
    const worker = await this.workers.find(id);
    return worker && this.view(worker);
  }

  async get(id: string): Promise<WorkerView> {
    const worker = await this.find(id);
    if (!worker) throw notFound();
    return worker;
  }

  /** Those of the ids that exist, in no particular order. */
  async list(ids: readonly string[]): Promise<WorkerView[]> {
    if (ids.length === 0) return [];
    return Promise.all((await this.workers.listByIds(ids)).map((worker) => this.view(worker)));
  }

  /** First and last name by id, of those of the ids that exist. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const workers = await this.workers.listByIds([...new Set(ids)]);
    return new Map(
      await Promise.all(workers.map(async (worker) => [worker.id, await this.nameOf(worker)] as const)),
    );
  }

  /** Everybody, by last name. */
  async listAll(): Promise<WorkerView[]> {
    const all = await Promise.all((await this.workers.list()).map((worker) => this.view(worker)));
    return all.sort((a, b) => byName(a).localeCompare(byName(b), 'en-GB'));
  }

  private async nameOf(worker: Worker): Promise<string> {
    return `${await this.fields.open(worker, 'firstName')} ${await this.fields.open(worker, 'lastName')}`;
  }

  private async view(worker: Worker): Promise<WorkerView> {
    const [firstName, lastName, email] = await Promise.all([
      this.fields.open(worker, 'firstName'),
      this.fields.open(worker, 'lastName'),
      this.fields.open(worker, 'email'),
    ]);
    const { id, role, teamId, isActive } = worker;
    return { id, firstName, lastName, name: `${firstName} ${lastName}`, email, role, teamId, isActive };
  }
}

const byName = ({ lastName, firstName }: WorkerView) => `${lastName} ${firstName}`;
