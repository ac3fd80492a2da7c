import { Post, type Message } from './post.ts';

/** The demo's mailbox and phone, read and pressed through its API (interfaces.md: Demo only). */
export class DemoOutbox extends Post {
  constructor(private readonly origin: string) {
    super();
  }

  override async list(): Promise<Message[]> {
    const { items } = (await this.ask('outbox')) as { items: Message[] };
    return items;
  }

  /** The code that this worker's authenticator app shows now. */
  async authenticatorCodeOf(email: string): Promise<string> {
    const { items } = (await this.ask('authenticators')) as { items: { email: string; code: string }[] };
    return items.find((item) => item.email === email)!.code;
  }

  protected override answer({ id }: Message): Promise<void> {
    return this.tell(`calls/${id}/answer`);
  }

  protected override press({ id }: Message, key: string): Promise<void> {
    return this.tell(`calls/${id}/keys`, { key });
  }

  private async ask(what: string): Promise<unknown> {
    const answer = await fetch(`${this.origin}/demo/api/${what}`);
    if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
    return answer.json();
  }

  private async tell(what: string, body?: object): Promise<void> {
    const answer = await fetch(`${this.origin}/demo/api/${what}`, {
      method: 'POST',
      headers: { 'X-CSO-Client': 'web', ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
}
