import { Readable } from 'node:stream';
import type { LiveEvent } from '@cso/contract';

/** What may lie unread, in bytes: some hundred events. */
const UNREAD_BYTES = 16 * 1024;

/**
 * The server's end of one stream of server-sent events. A reader who does not keep up is dropped: it comes back and
 * catches up, and nothing piles up for it here.
 */
export class EventStream extends Readable {
  private isFinished = false;

  constructor() {
    super({ highWaterMark: UNREAD_BYTES });
  }

  /** What is said is pushed when it is said. */
  override _read(): void {}

  tell(id: string, event: LiveEvent): void {
    this.say(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Tells nothing new, only that the line is alive and how far it has come. */
  beat(id: string): void {
    this.say(`:\nid: ${id}\n\n`);
  }

  /** The end, at once for a reader who has something left to read. */
  finish(): void {
    this.isFinished = true;
    if (this.readableLength > 0) this.destroy();
    else this.push(null);
  }

  private say(block: string): void {
    if (!this.isFinished && !this.push(block)) this.destroy();
  }
}
