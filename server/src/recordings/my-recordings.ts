import {
  myRecordingRoutes,
  type Recording,
  type RecordingContent,
  type RecordingSent,
  type SearchRecordings,
  type SendRecording,
} from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { DraftStore } from '../drafts/index.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import { Idempotency } from '../idempotency/index.js';
import { People } from '../people/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { Record } from './record.js';
import { RecordingSeal } from './recording-seal.js';
import type { RecordingEntity } from './recording.entity.js';
import { RecordingViews } from './recording.view.js';
import { RecordingsRepository } from './recordings.repository.js';

/** The message type that a new recording's draft is kept under. */
const RECORDING_TYPE = '01890000-0000-7000-8000-000000000002';
/** Found on one page of a search; rows are opened in lots until so many fit. */
const FOUND = 20;
const LOT = 50;

/** A carer's own recordings: sending, adding, and the history that stays theirs after an access ends (domain 8.2). */
@Injectable()
export class MyRecordings {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly records: Record,
    private readonly views: RecordingViews,
    private readonly seal: RecordingSeal,
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly drafts: DraftStore,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  send(context: RequestContext, body: SendRecording): Promise<RecordingSent> {
    const { userId } = signedInCarer(context);
    return this.idempotency.once(context, myRecordingRoutes.send, body, async () => {
      const { carerId } = await this.getHolder(userId, body.accountId);
      const recordingId = (await this.records.add({ ...body, carerId, userId }))!;
      await this.drafts.drop(userId, {
        accountId: body.accountId,
        kind: 'new',
        targetId: RECORDING_TYPE,
      });
      await this.record(context, 'recording.sent', recordingId);
      return { recordingId };
    });
  }

  /** What was sent stays as it is: whatever comes to mind later is added. */
  add(context: RequestContext, id: string, content: RecordingContent): Promise<RecordingSent> {
    const { userId } = signedInCarer(context);
    return this.idempotency.once(context, myRecordingRoutes.add, { id, content }, async () => {
      const recording = await this.getOwn(userId, id);
      await this.getHolder(userId, recording.accountId);
      const recordingId = await this.records.addTo(recording, content);
      await this.drafts.drop(userId, { accountId: recording.accountId, kind: 'addition', targetId: id });
      await this.record(context, 'recording.added-to', id);
      return { recordingId };
    });
  }

  async get(context: RequestContext, id: string): Promise<Recording> {
    const { userId } = signedInCarer(context);
    const recording = await this.getOwn(userId, id);
    const canAdd = (await this.holders.find(userId, recording.accountId)) !== null;
    const view = await this.views.one(recording, null, canAdd);
    if (!view) throw notFound();
    await this.record(context, 'recording.opened', id);
    return view;
  }

  /** Also those who have moved on, for the history stays the carer's; those who were erased are left out. */
  async listChildren(context: RequestContext) {
    const { userId } = signedInCarer(context);
    const people = await this.people.list(await this.recordings.listAccountsOfAuthor(userId));
    const items = [...people.values()].map(({ id, name }) => ({ accountId: id, name }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
  }

  /** Newest first. The words are looked for in what was written, opened here; nothing of it stands in an index. */
  async search(context: RequestContext, search: SearchRecordings) {
    const { userId } = signedInCarer(context);
    const found: RecordingEntity[] = [];
    let before = search.cursor;
    for (;;) {
      const lot = await this.recordings.listOfAuthor(userId, before, LOT);
      for (const recording of lot) if (await this.fits(recording, search)) found.push(recording);
      before = lot.at(-1)?.id;
      if (found.length > FOUND || lot.length < LOT) break;
    }
    const page = found.slice(0, FOUND);
    const items = await this.views.summaries(page, null);
    return { items, ...(found.length > FOUND ? { nextCursor: page.at(-1)!.id } : {}) };
  }

  private async fits(
    recording: RecordingEntity,
    { text, accountId, coversFrom, coversTo }: SearchRecordings,
  ): Promise<boolean> {
    if (accountId !== undefined && recording.accountId !== accountId) return false;
    if (coversFrom !== undefined && recording.coversTo < coversFrom) return false;
    if (coversTo !== undefined && recording.coversFrom > coversTo) return false;
    if (!text) return true;
    const additions = await this.recordings.listAdditions([recording.id]);
    const contents = await Promise.all([recording, ...additions].map((row) => this.seal.open(row)));
    const words = text.toLocaleLowerCase('en-GB').split(/\s+/);
    const written = contents.flatMap(Object.values).join('\n').toLocaleLowerCase('en-GB');
    return words.every((word) => written.includes(word));
  }

  private async getOwn(userId: string, id: string): Promise<RecordingEntity> {
    const recording = await this.recordings.find(id);
    if (recording?.userId !== userId) throw notFound();
    return recording;
  }

  private async getHolder(userId: string, accountId: string) {
    const holder = await this.holders.find(userId, accountId);
    if (holder) return holder;
    throw (await this.holders.hasHeld(userId, accountId))
      ? new DomainError('conflict', 'ACCESS_ENDED')
      : notFound();
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'recording', objectId });
  }
}
