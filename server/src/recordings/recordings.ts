import { recordingRoutes, type Recording, type RecordingView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { DomainError, notFound, stateChanged } from '../errors/domain-error.js';
import { Idempotency } from '../idempotency/index.js';
import { Live } from '../live/index.js';
import { People } from '../people/index.js';
import { signedInWorker, type RequestContext, type SignedInWorker } from '../request/request-context.js';
import { Covers } from '../staff/index.js';
import { Record, type NewRecording } from './record.js';
import type { RecordingEntity } from './recording.entity.js';
import { RecordingViews } from './recording.view.js';
import { RECORDING_PAGE, RecordingsRepository, type RecordingLists } from './recordings.repository.js';

/** Recordings as workers read and countersign them (domain 5.13). */
@Injectable()
export class Recordings {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly records: Record,
    private readonly views: RecordingViews,
    private readonly people: People,
    private readonly covers: Covers,
    private readonly live: Live,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async list(
    context: RequestContext,
    {
      view,
      childId,
      cursor,
    }: { view: RecordingView; childId?: string | undefined; cursor?: string | undefined },
  ) {
    const worker = signedInWorker(context);
    if (childId !== undefined) await this.people.getVisible(worker, childId);
    const lists = childId === undefined ? await this.listsOf(worker) : { childId };
    const found = await this.recordings.page(lists, view === 'to_countersign', cursor);
    const page = found.slice(0, RECORDING_PAGE);
    const items = await this.views.summaries(page, worker.workerId);
    return { items, ...(found.length > RECORDING_PAGE ? { nextCursor: page.at(-1)!.id } : {}) };
  }

  async countToCountersign(worker: SignedInWorker): Promise<number> {
    return this.recordings.countOpen(await this.listsOf(worker));
  }

  /** Opening is reading: the carer is shown who has read it, with everything that was added. */
  async get(context: RequestContext, id: string): Promise<Recording> {
    const worker = signedInWorker(context);
    const recording = await this.getVisible(worker, id);
    const readAt = this.clock.now();
    await this.database.transaction(async () => {
      for (const { id: recordingId } of [recording, ...(await this.recordings.listAdditions([id]))]) {
        await this.recordings.read({
          id: this.identifiers.next(),
          recordingId,
          workerId: worker.workerId,
          readAt,
        });
      }
      await this.live.tell(`user:${recording.userId}`, 'recordings');
      await this.record(context, 'recording.opened', id);
    });
    const view = await this.views.one(recording, worker.workerId, false);
    if (!view) throw notFound();
    return view;
  }

  /** All or none; only what this worker has read, for the countersign says so. */
  async countersign(context: RequestContext, recordingIds: readonly string[]): Promise<{ count: number }> {
    const worker = signedInWorker(context);
    const ids = [...new Set(recordingIds)];
    for (const id of ids) await this.getVisible(worker, id);
    const unread = (await this.views.summaries(await this.recordings.list(ids), worker.workerId)).filter(
      ({ isRead }) => !isRead,
    );
    if (unread.length > 0) throw new DomainError('conflict', 'RECORDING_NOT_READ');
    return this.idempotency.once(context, recordingRoutes.countersign, { recordingIds }, async () => {
      for (const id of ids) {
        if (!(await this.recordings.countersign(id, worker.workerId, this.clock.now()))) throw stateChanged();
        await this.live.tell(`user:${(await this.recordings.find(id))!.userId}`, 'recordings');
        await this.record(context, 'recording.countersigned', id);
      }
      return { count: ids.length };
    });
  }

  /** Files a carer's message; inside the transaction of the act. Its id; STATE_CHANGED when it was filed before. */
  async fileMessage(fresh: NewRecording): Promise<string> {
    const id = await this.records.add(fresh);
    if (id === null) throw stateChanged();
    return id;
  }

  /** Mine and of those I cover; my team's that have no supervising worker. */
  private async listsOf({ workerId, teamId }: SignedInWorker): Promise<RecordingLists> {
    const readFor = [workerId, ...(await this.covers.listCoveredBy(workerId))];
    return { readFor, unsupervisedOf: teamId };
  }

  private async getVisible(worker: SignedInWorker, id: string): Promise<RecordingEntity> {
    const recording = await this.recordings.find(id);
    if (!recording) throw notFound();
    const readFor = [worker.workerId, ...(await this.covers.listCoveredBy(worker.workerId))];
    if (recording.supervisorId !== null && readFor.includes(recording.supervisorId)) return recording;
    await this.people.getVisible(worker, recording.accountId);
    return recording;
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'recording', objectId });
  }
}
