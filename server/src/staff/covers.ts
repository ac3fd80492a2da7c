import { Permission, permissionsOfRole, type Cover, type SetCover } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { notAllowed, notFound, stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext, type SignedInWorker } from '../request/request-context.js';
import { endOfChain, wouldLoop } from './cover-chain.js';
import type { CoverEntity } from './cover.entity.js';
import { CoversRepository } from './covers.repository.js';
import { coverLoops, coverOverlaps, invalidCover } from './staff.errors.js';
import { Workers } from './workers.service.js';

/** Who reads for a worker who is away; `backOn` is the day on which they are there again. */
export interface PresentReader {
  readonly readerId: string;
  readonly backOn: string;
}

/** Cover for workers who are away, from a first to a last day (domain 5.3). */
@Injectable()
export class Covers {
  constructor(
    private readonly covers: CoversRepository,
    private readonly workers: Workers,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** Null: the worker is there. The reader may have left since; whoever asks looks whether they are active. */
  async findReader(workerId: string): Promise<PresentReader | null> {
    const today = this.clock.today();
    const end = endOfChain(workerId, await this.covers.listTouching(today, today));
    return end && { readerId: end.readerId, backOn: dayAfter(end.endsOn) };
  }

  /** The workers for whom this one reads today. */
  async listCoveredBy(workerId: string): Promise<string[]> {
    const today = this.clock.today();
    const covers = await this.listChainsTo(workerId, today);
    const away = [...new Set(covers.map((cover) => cover.workerId))];
    return away.filter((id) => endOfChain(id, covers)?.readerId === workerId);
  }

  /** Every cover of the day that leads to the worker, and the worker's own, which leads on. */
  private async listChainsTo(workerId: string, day: string): Promise<CoverEntity[]> {
    const covers = new Map<string, CoverEntity>();
    for (let readers = [workerId]; readers.length > 0;) {
      const found = (await this.covers.listReadBy(readers, day)).filter(({ id }) => !covers.has(id));
      for (const cover of found) covers.set(cover.id, cover);
      readers = found.map((cover) => cover.workerId);
    }
    return covers.size === 0 ? [] : [...covers.values(), ...(await this.covers.listOf(workerId, day))];
  }

  async list(): Promise<{ items: Cover[] }> {
    return { items: await this.views(await this.covers.listFrom(this.clock.today())) };
  }

  async set(context: RequestContext, { coverId, startsOn, endsOn, ...body }: SetCover): Promise<Cover> {
    const actor = signedInWorker(context);
    const workerId = body.workerId ?? actor.workerId;
    requireOwn(actor, workerId);
    if (endsOn < startsOn || endsOn < this.clock.today()) throw invalidCover('endsOn', 'INVALID_DATE');
    await this.requireReader(workerId, 'workerId');
    await this.requireReader(coverId, 'coverId');
    const cover = { id: this.identifiers.next(), workerId, coverId, startsOn, endsOn };
    await this.database.transaction(async () => {
      await this.refuseConflict(cover);
      await this.covers.insert({ ...cover, createdAt: this.clock.now(), endedAt: null });
      await this.record(context, 'cover.set', cover.id, { workerId, coverId });
    });
    const [view] = await this.views([{ ...cover, createdAt: this.clock.now(), endedAt: null }]);
    return view!;
  }

  async end(context: RequestContext, id: string): Promise<void> {
    const cover = await this.covers.find(id);
    if (!cover) throw notFound();
    requireOwn(signedInWorker(context), cover.workerId);
    await this.database.transaction(async () => {
      if (!(await this.covers.end(id, this.clock.now()))) throw stateChanged();
      await this.record(context, 'cover.ended', id);
    });
  }

  private async refuseConflict({ workerId, coverId, startsOn, endsOn }: NewCover): Promise<void> {
    const touching = await this.covers.listTouching(startsOn, endsOn);
    if (touching.some((cover) => cover.workerId === workerId)) throw coverOverlaps();
    if (wouldLoop({ workerId, coverId }, touching)) throw coverLoops();
  }

  /** Somebody who is there and whose role reads messages at all. */
  private async requireReader(id: string, field: 'workerId' | 'coverId'): Promise<void> {
    const worker = await this.workers.find(id);
    const reads = worker?.isActive && permissionsOfRole[worker.role].includes(Permission.AnswerMessages);
    if (!reads) throw invalidCover(field, 'INVALID');
  }

  private record(context: RequestContext, action: string, objectId: string, detail = {}): Promise<void> {
    return this.audit.record(context, { action, objectType: 'cover', objectId, detail });
  }

  private async views(covers: readonly CoverEntity[]): Promise<Cover[]> {
    const workers = await this.workers.list(covers.flatMap(({ workerId, coverId }) => [workerId, coverId]));
    const names = new Map(workers.map(({ id, name }) => [id, name]));
    return covers.map(({ id, workerId, coverId, startsOn, endsOn }) => ({
      id,
      workerId,
      workerName: names.get(workerId) ?? '',
      coverId,
      coverName: names.get(coverId) ?? '',
      startsOn,
      endsOn,
    }));
  }
}

type NewCover = Pick<CoverEntity, 'workerId' | 'coverId' | 'startsOn' | 'endsOn'>;

/** A worker sets their own cover; a manager anybody's, for whoever falls ill cannot. */
function requireOwn({ workerId, role }: SignedInWorker, ownerId: string): void {
  if (ownerId !== workerId && role !== 'team_manager') throw notAllowed();
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00.000Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
