import { expect } from '@playwright/test';

/** A mail, text or call on its way to somebody. `text` is what a text says, or the voice. */
export interface Message {
  readonly id: string;
  readonly channel: 'mail' | 'text' | 'call';
  readonly to: string;
  readonly subject?: string | undefined;
  readonly text: string;
}

/** A call in somebody's hand: the words are being said. */
export interface Call {
  readonly says: string;
  press(key: string): Promise<void>;
}

/**
 * What the service sends, as the people read it: each mail, text and call once, in the order in which they came. The two
 * set-ups have two ways to bring it.
 */
export abstract class Post {
  private readonly read = new Set<string>();

  /** Everything that was sent so far, oldest first. */
  abstract list(): Promise<Message[]>;
  protected abstract answer(call: Message): Promise<void>;
  protected abstract press(call: Message, key: string): Promise<void>;

  /** The next unread mail to this address with this subject; waits for it. */
  mail(to: string, subject: RegExp): Promise<Message> {
    return this.next(
      `a mail ${subject} to ${to}`,
      (message) => message.channel === 'mail' && message.to === to && subject.test(message.subject ?? ''),
    );
  }

  /** The six digits of the next unread text to this number. */
  async textedCode(to: string): Promise<string> {
    const { text } = await this.next(
      `a text to ${to}`,
      (message) => message.channel === 'text' && message.to === to,
    );
    return codeIn(text);
  }

  /** Picks up the next call to this number. */
  async pickUp(to: string): Promise<Call> {
    const call = await this.next(
      `a call to ${to}`,
      (message) => message.channel === 'call' && message.to === to,
    );
    await this.answer(call);
    return { says: call.text, press: (key) => this.press(call, key) };
  }

  private async next(what: string, isWanted: (message: Message) => boolean): Promise<Message> {
    let found: Message | undefined;
    const look = async () => {
      found = (await this.list()).find((message) => !this.read.has(message.id) && isWanted(message));
      return found !== undefined;
    };
    await expect.poll(look, { message: `There is ${what}` }).toBe(true);
    this.read.add(found!.id);
    return found!;
  }
}

const only = (match: RegExpMatchArray | null, text: string): string => {
  if (!match) throw new Error(`It is not in: ${text}`);
  return match[0];
};

/** The six digits in a mail or text. */
export const codeIn = (text: string): string => only(/\b\d{6}\b/.exec(text), text);
/** The unique code that the carer quotes, XXXX-XXXX. */
export const uniqueCodeIn = (text: string): string =>
  only(/\b[2-9A-HJ-KMNP-TV-Z]{4}-[2-9A-HJ-KMNP-TV-Z]{4}\b/.exec(text), text);
export const linkIn = (text: string): string => only(/https?:\/\/\S+/.exec(text), text);
