import type { Recording, RecordingSummary } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { People } from '../people/index.js';
import { Workers } from '../staff/index.js';
import type { RecordingReadEntity } from './recording-read.entity.js';
import { RecordingSeal } from './recording-seal.js';
import type { RecordingEntity } from './recording.entity.js';
import { RecordingsRepository } from './recordings.repository.js';

const EXCERPT = 140;

/** Recordings as lists and pages show them. Those about somebody who was erased are left out. */
@Injectable()
export class RecordingViews {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly people: People,
    private readonly workers: Workers,
    private readonly seal: RecordingSeal,
  ) {}

  /** `readerId` is the worker whose unread ones stand out; null for the author, whom it tells that a worker has read it. */
  async summaries(rows: readonly RecordingEntity[], readerId: string | null): Promise<RecordingSummary[]> {
    const additions = await this.recordings.listAdditions(rows.map(({ id }) => id));
    const reads = await this.recordings.listReads([...rows, ...additions].map(({ id }) => id));
    const people = await this.people.list(rows.flatMap(({ accountId, carerId }) => [accountId, carerId]));
    const views = await Promise.all(
      rows.map(async (row) => {
        const [child, author] = [people.get(row.accountId), people.get(row.carerId)];
        if (!child || !author) return [];
        const own = additions.filter(({ additionTo }) => additionTo === row.id);
        return {
          ...factsOf(row),
          childName: child.name,
          authorName: author.name,
          excerpt: beginningOf((await this.seal.open(row)).facts),
          additionCount: own.length,
          isRead: [row, ...own].every(({ id }) => isReadBy(reads, id, readerId)),
        };
      }),
    );
    return views.flat();
  }

  async one(row: RecordingEntity, readerId: string | null, canAdd: boolean): Promise<Recording | null> {
    const [summary] = await this.summaries([row], readerId);
    if (!summary) return null;
    const { excerpt: _, additionCount: __, ...facts } = summary;
    const additions = await this.recordings.listAdditions([row.id]);
    const reads = await this.recordings.listReads([row.id]);
    const names = await this.workerNames([
      ...reads.map(({ workerId }) => workerId),
      row.countersignedBy ?? '',
    ]);
    return {
      ...facts,
      content: await this.seal.open(row),
      additions: await Promise.all(
        additions.map(async (addition) => ({
          id: addition.id,
          authorName: summary.authorName,
          sentAt: addition.sentAt.toISOString(),
          content: await this.seal.open(addition),
          countersignedAt: addition.countersignedAt?.toISOString() ?? null,
        })),
      ),
      countersignedBy: names.get(row.countersignedBy ?? '') ?? null,
      readBy: reads.map(({ workerId, readAt }) => ({
        name: names.get(workerId) ?? '',
        readAt: readAt.toISOString(),
      })),
      fromThreadId: row.threadId,
      canAdd,
    };
  }

  private async workerNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const workers = await this.workers.list([...new Set(ids)].filter(Boolean));
    return new Map(workers.map(({ id, name }) => [id, name]));
  }
}

const factsOf = (row: RecordingEntity) => ({
  id: row.id,
  accountId: row.accountId,
  coversFrom: row.coversFrom,
  coversTo: row.coversTo,
  sentAt: row.sentAt.toISOString(),
  daysLate: row.daysLate,
  needsCountersign: row.isOpen,
  countersignedAt: row.countersignedAt?.toISOString() ?? null,
});

const isReadBy = (
  reads: readonly RecordingReadEntity[],
  recordingId: string,
  workerId: string | null,
): boolean =>
  reads.some((read) => read.recordingId === recordingId && (workerId === null || read.workerId === workerId));

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1)}…`;
}
