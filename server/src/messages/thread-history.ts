import type { ThreadEvent, ThreadEventKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import { People } from '../people/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Teams, Workers } from '../staff/index.js';
import { ThreadEventsRepository } from './thread-events.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** One thing done with a thread. */
interface Done {
  readonly kind: ThreadEventKind;
  readonly toId?: string | null;
  readonly reason?: string;
}

const placeOf = (rowId: string) => ({ table: 'thread_events', column: 'reason', rowId });

/** Keeps what workers do with threads, in the thread's history and in the audit log, and reads it back. */
@Injectable()
export class ThreadHistory {
  constructor(
    private readonly events: ThreadEventsRepository,
    private readonly people: People,
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly audit: AuditTrail,
    private readonly cipher: FieldCipher,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** Call it last in the act's transaction: the head of the audit log is the last thing locked. */
  async record(context: RequestContext, thread: ThreadEntity, { kind, toId = null, reason }: Done) {
    const last = await this.events.findLast(thread.id);
    const id = this.identifiers.nextAfter(last?.id ?? '');
    const { dataKeyId } = await this.people.get(thread.accountId);
    await this.events.insert({
      id,
      threadId: thread.id,
      kind,
      workerId: signedInWorker(context).workerId,
      toId,
      reason: reason === undefined ? null : await this.cipher.encryptText(reason, placeOf(id), dataKeyId),
      at: this.clock.now(),
    });
    await this.audit.record(context, {
      action: `thread.${kind}`,
      objectType: 'thread',
      objectId: thread.id,
      detail: { toId },
    });
  }

  /** Oldest first. */
  async listOf(threadId: string): Promise<ThreadEvent[]> {
    const events = await this.events.listOf(threadId);
    const names = await this.namesOf(events.flatMap(({ workerId, toId }) => [workerId, toId ?? []]).flat());
    return Promise.all(
      events.map(async ({ id, kind, workerId, toId, reason, at }) => ({
        kind,
        byName: names.get(workerId) ?? '',
        toName: (toId !== null && names.get(toId)) || null,
        reason: reason && (await this.cipher.decryptText(reason, placeOf(id))),
        at: at.toISOString(),
      })),
    );
  }

  /** An event goes to a worker, a team or an account; their ids are never the same. */
  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const [workers, people, teams] = await Promise.all([
      this.workers.list(ids),
      this.people.list(ids),
      this.teams.names(),
    ]);
    return new Map([
      ...teams,
      ...[...people.values()].map(({ id, name }) => [id, name] as const),
      ...workers.map(({ id, name }) => [id, name] as const),
    ]);
  }
}
