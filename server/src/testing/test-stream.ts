import { request, type IncomingMessage } from 'node:http';
import { liveRoutes, LiveEvent, type LiveKind } from '@cso/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestClient } from './test-client.js';

/** A stream of live events over a real connection, as a screen holds it open. */
export class TestStream {
  private text = '';
  private isOver = false;
  private changed: () => void = () => undefined;

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      this.text += part;
      this.changed();
    });
    response.on('close', () => {
      this.isOver = true;
      this.changed();
    });
    // A connection that is cut is an end like any other here.
    response.on('error', () => undefined);
  }

  /** Resolves with the answer's head; what stands behind it is read as it comes. */
  static async open(app: NestFastifyApplication, client: TestClient, lastEventId?: string) {
    if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
    const headers = { ...client.headers(), ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(`${addressOf(app)}${liveRoutes.stream.path}`, { headers }, resolve);
      asked.on('error', reject).end();
    });
    return new TestStream(response);
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers() {
    return this.response.headers;
  }

  /** What was told so far. */
  get kinds(): LiveKind[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(
      ([, data]) => LiveEvent.parse(JSON.parse(data!)).kind,
    );
  }

  /** How often the line was said to be alive; the first time when it opened. */
  get beats(): number {
    return [...this.text.matchAll(/^:$/gm)].length;
  }

  get lastEventId(): string {
    return [...this.text.matchAll(/^id: (.*)$/gm)].at(-1)![1]!;
  }

  /** Waits until the condition holds. */
  async until(holds: (stream: this) => boolean): Promise<void> {
    while (!holds(this)) await new Promise<void>((resolve) => (this.changed = resolve));
  }

  heard(kind: LiveKind): Promise<void> {
    return this.until(({ kinds }) => kinds.includes(kind));
  }

  opened(): Promise<void> {
    return this.until(({ beats }) => beats > 0);
  }

  ended(): Promise<void> {
    return this.until(() => this.isOver);
  }

  /** As when the window closes or the network goes. */
  leave(): void {
    this.response.destroy();
  }
}

const addressOf = (app: NestFastifyApplication): string => {
  const { port } = app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${port}`;
};
