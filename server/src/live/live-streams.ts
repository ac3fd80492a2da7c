import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { notSignedIn } from '../errors/domain-error.js';
import type { Actor, RequestContext } from '../request/request-context.js';
import { EventStream } from './event-stream.js';
import { type LiveAudience, audiencesOf } from './live-audience.js';
import type { LiveEventEntity } from './live-event.entity.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { OVERLAP_MS, resumeFrom } from './live-position.js';
import { tooManyStreams } from './live.errors.js';

/** A browser allows six connections to one place; one must be left for requests. */
const STREAMS_OF_ONE = 5;
const STREAMS_OF_ALL = 2000;

interface Listener {
  readonly stream: EventStream;
  readonly sessionId: string;
  audiences: readonly LiveAudience[];
}

/** The open streams of this process. */
@Injectable()
export class LiveStreams {
  private readonly listeners = new Set<Listener>();
  private isClosed = false;

  constructor(
    private readonly events: LiveEventsRepository,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  get size(): number {
    return this.listeners.size;
  }

  get sessionIds(): ReadonlySet<string> {
    return new Set([...this.listeners].map(({ sessionId }) => sessionId));
  }

  /** Begins a stream with what its reader has missed. Throws NOT_SIGNED_IN, TOO_BUSY. */
  async open({ actor, header }: RequestContext): Promise<EventStream> {
    const audiences = audiencesOf(actor);
    if (!('sessionId' in actor) || audiences.length === 0) throw notSignedIn();
    if (this.isClosed || this.size >= STREAMS_OF_ALL) throw tooManyStreams();
    this.makeRoomFor(audiences[0]!);
    const listener: Listener = { stream: new EventStream(), sessionId: actor.sessionId, audiences };
    // Before the table is read: what is committed meanwhile comes with the next look.
    this.listeners.add(listener);
    listener.stream.once('close', () => this.listeners.delete(listener));
    try {
      await this.catchUp(listener, header('last-event-id'));
    } catch (error) {
      this.end(listener);
      throw error;
    }
    return listener.stream;
  }

  /**
   * Of those `asked` about, ends the streams of the sessions that are over; whose session lives on may have moved to
   * another team.
   */
  keepOnly(living: ReadonlyMap<string, Actor>, asked: ReadonlySet<string>): void {
    for (const listener of [...this.listeners]) {
      if (!asked.has(listener.sessionId)) continue;
      const actor = living.get(listener.sessionId);
      listener.audiences = actor ? audiencesOf(actor) : [];
      if (listener.audiences.length === 0) this.end(listener);
    }
  }

  tell(events: readonly LiveEventEntity[]): void {
    if (events.length === 0) return;
    const byAudience = Map.groupBy(events, ({ audience }) => audience);
    for (const { stream, audiences } of [...this.listeners]) {
      tellNewest(
        stream,
        audiences.flatMap((audience) => byAudience.get(audience) ?? []),
      );
    }
  }

  beat(position: string): void {
    for (const { stream } of [...this.listeners]) stream.beat(position);
  }

  /** Ends every stream and opens no more. */
  close(): void {
    this.isClosed = true;
    for (const listener of [...this.listeners]) this.end(listener);
  }

  private async catchUp({ stream, audiences }: Listener, lastEventId: string | null): Promise<void> {
    const now = this.clock.now();
    const position = this.identifiers.next();
    const since = lastEventId === null ? new Date(now.getTime() - OVERLAP_MS) : resumeFrom(lastEventId, now);
    if (since) tellNewest(stream, await this.events.listSince(since, audiences));
    else stream.tell(position, { kind: 'all' });
    stream.beat(position);
  }

  /** The oldest goes: it is the one that is most likely forgotten. */
  private makeRoomFor(person: LiveAudience): void {
    const own = [...this.listeners].filter(({ audiences }) => audiences[0] === person);
    const surplus = Math.max(0, own.length - STREAMS_OF_ONE + 1);
    for (const listener of own.slice(0, surplus)) this.end(listener);
  }

  private end(listener: Listener): void {
    this.listeners.delete(listener);
    listener.stream.finish();
  }
}

/** Once for each kind, however many there were: the screen asks again for all that it shows. */
function tellNewest(stream: EventStream, events: readonly LiveEventEntity[]): void {
  const newest = new Map(events.map((event) => [event.kind, event]));
  for (const event of events)
    if (newest.get(event.kind) === event) stream.tell(event.id, { kind: event.kind });
}
