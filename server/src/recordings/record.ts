import type { RecordingContent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { audienceOfTeam, Live } from '../live/index.js';
import { Allocations, People } from '../people/index.js';
import { daysLate, requireCoveredDays, type CoveredDays } from './covered-days.js';
import { RecordingSeal } from './recording-seal.js';
import type { RecordingEntity } from './recording.entity.js';
import { RecordingsRepository } from './recordings.repository.js';

/** Something to put on record: about which child, by whom, and what. */
export interface NewRecording extends CoveredDays {
  readonly accountId: string;
  readonly carerId: string;
  readonly userId: string;
  readonly content: RecordingContent;
  /** The message that is filed, and its thread. */
  readonly from?: { readonly messageId: string; readonly threadId: string };
}

/** Puts recordings and additions on record. Call it inside the transaction of the act. */
@Injectable()
export class Record {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly people: People,
    private readonly allocations: Allocations,
    private readonly seal: RecordingSeal,
    private readonly live: Live,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** Its id; null when the message was filed before. */
  async add(fresh: NewRecording): Promise<string | null> {
    requireCoveredDays(fresh, this.clock.today());
    const child = await this.people.get(fresh.accountId);
    if (child.kind !== 'child') throw new InvalidInput({ accountId: 'INVALID' });
    const recording = { ...(await this.row(fresh, child.dataKeyId)), additionTo: null, isOpen: true };
    if (!(await this.recordings.insert(recording))) return null;
    await this.tellWorkers(recording);
    return recording.id;
  }

  /** Written later, under the days of the recording that it adds to. */
  async addTo(recording: RecordingEntity, content: RecordingContent): Promise<string> {
    const { dataKeyId } = await this.people.get(recording.accountId);
    const { accountId, carerId, userId, coversFrom, coversTo } = recording;
    const fresh = { accountId, carerId, userId, coversFrom, coversTo, content };
    const addition = { ...(await this.row(fresh, dataKeyId)), additionTo: recording.id, isOpen: false };
    await this.recordings.insert(addition);
    await this.recordings.open(recording.id);
    await this.tellWorkers(addition);
    return addition.id;
  }

  private async row(
    fresh: NewRecording,
    dataKeyId: string,
  ): Promise<Omit<RecordingEntity, 'additionTo' | 'isOpen'>> {
    const id = this.identifiers.next();
    const { accountId, carerId, userId, coversFrom, coversTo, content, from } = fresh;
    const { teamId } = await this.people.get(carerId);
    return {
      id,
      accountId,
      carerId,
      userId,
      coversFrom,
      coversTo,
      content: await this.seal.close(id, content, dataKeyId),
      sentAt: this.clock.now(),
      daysLate: daysLate(fresh, this.clock.today()),
      supervisorId: await this.supervisorOf(carerId),
      teamId,
      countersignedAt: null,
      countersignedBy: null,
      messageId: from?.messageId ?? null,
      threadId: from?.threadId ?? null,
    };
  }

  /** Whoever countersigns it sees it come. */
  private tellWorkers({
    supervisorId,
    teamId,
  }: Pick<RecordingEntity, 'supervisorId' | 'teamId'>): Promise<void> {
    const reader = supervisorId === null ? audienceOfTeam(teamId) : (`worker:${supervisorId}` as const);
    return this.live.tell(reader, 'recordings');
  }

  private async supervisorOf(carerId: string): Promise<string | null> {
    const present = await this.allocations.listPresent([carerId]);
    return present.find(({ role }) => role === 'supervising_worker')?.workerId ?? null;
  }
}
