import type { AllocationRole, Recipient, RecipientCover, StartThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { UsableAccount } from '../accounts/index.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { Allocations, People } from '../people/index.js';
import { Covers, Teams, Workers, type WorkerView } from '../staff/index.js';
import { namedWorker } from './named-worker.js';

/** A worker who looks after the account, as what. */
interface Allocated {
  readonly role: AllocationRole;
  readonly worker: WorkerView;
}

/** Where a new thread goes. */
export interface Destination {
  /** Null: to the team. */
  readonly addresseeId: string | null;
  readonly teamId: string | null;
  /** The worker's name or the team's; null when the carer is told 'your fostering team'. */
  readonly sentTo: string | null;
  /** The person whom a worker should look after and none does. */
  readonly unattendedId: string | null;
}

/**
 * Who gets what a carer writes about an account (domain 8.5 'Who gets it', security-rules 5.14): those who look after
 * the child and the carer, or the team. Workers who left get nothing.
 */
@Injectable()
export class MyRecipients {
  constructor(
    private readonly allocations: Allocations,
    private readonly people: People,
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly covers: Covers,
  ) {}

  async list(account: UsableAccount): Promise<Recipient[]> {
    const allocated = await this.allocatedTo(account);
    const teamNames = await this.teams.names();
    const nameOf = (teamId: string | null) => (teamId && teamNames.get(teamId)) || null;
    const workers = allocated.map(async ({ role, worker }) => ({
      choice: role,
      workerName: worker.name,
      teamName: nameOf(worker.teamId),
      cover: await this.coverOf(worker.id),
    }));
    return [
      ...(await Promise.all(workers)),
      { choice: 'team', workerName: null, teamName: nameOf(await this.teamOf(account)), cover: null },
    ];
  }

  async choose(
    account: UsableAccount,
    { recipient, subject }: Pick<StartThread, 'recipient' | 'subject'>,
  ): Promise<Destination> {
    if (recipient === 'childs_worker' && account.person.kind !== 'child') {
      throw new InvalidInput({ recipient: 'INVALID' });
    }
    const allocated = await this.allocatedTo(account);
    const worker = chosenOf(allocated, recipient, subject);
    if (worker) {
      const teamId = worker.teamId ?? (await this.teamOf(account));
      return { addresseeId: worker.id, teamId, sentTo: worker.name, unattendedId: null };
    }
    const teamId = await this.teamOf(account);
    const sentTo = (teamId && (await this.teams.names()).get(teamId)) || null;
    return { addresseeId: null, teamId, sentTo, unattendedId: unattendedOf(account, allocated, recipient) };
  }

  /** The worker keeps the thread as theirs; whoever covers reads it meanwhile, or the team when they have left. */
  async coverOf(workerId: string | null): Promise<RecipientCover | null> {
    const present = workerId && (await this.covers.findReader(workerId));
    if (!present) return null;
    const reader = await this.workers.find(present.readerId);
    return { workerName: reader?.isActive ? reader.name : null, backOn: present.backOn };
  }

  /** The child's worker and the carer's supervising worker, of those who are still there. */
  private async allocatedTo({ id, person, carerId }: UsableAccount): Promise<Allocated[]> {
    const present = await this.allocations.listPresent([id, carerId]);
    const meant = present.filter(({ personId, role }) =>
      role === 'childs_worker' ? personId === id && person.kind === 'child' : personId === carerId,
    );
    const workers = await this.workers.list(meant.map(({ workerId }) => workerId));
    const active = new Map(workers.filter(({ isActive }) => isActive).map((worker) => [worker.id, worker]));
    return meant
      .flatMap(({ role, workerId }) => {
        const worker = active.get(workerId);
        return worker ? [{ role, worker }] : [];
      })
      .sort((a, b) => a.role.localeCompare(b.role));
  }

  /** The account's team, or else the carer's. */
  private async teamOf({ person, carerId }: UsableAccount): Promise<string | null> {
    return person.teamId ?? (await this.people.get(carerId)).teamId;
  }
}

function chosenOf(
  allocated: readonly Allocated[],
  recipient: StartThread['recipient'],
  subject: string,
): WorkerView | null {
  if (recipient === 'unsure') return namedWorker(subject, distinct(allocated));
  return allocated.find(({ role }) => role === recipient)?.worker ?? null;
}

/** One worker may be both the child's and the carer's. */
const distinct = (allocated: readonly Allocated[]): WorkerView[] => [
  ...new Map(allocated.map(({ worker }) => [worker.id, worker])).values(),
];

/** Whoever was written to in vain; with nobody for anybody, whom the account is about. */
function unattendedOf(
  { id, carerId }: UsableAccount,
  allocated: readonly Allocated[],
  recipient: StartThread['recipient'],
): string | null {
  if (recipient === 'childs_worker') return id;
  if (recipient === 'supervising_worker') return carerId;
  return allocated.length === 0 ? id : null;
}
