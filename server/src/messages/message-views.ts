import type { Message } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Users } from '../identity/index.js';
import { Workers } from '../staff/index.js';
import type { MessageReadEntity } from './message-read.entity.js';
import { MessageSeal } from './message-seal.js';
import type { MessageEntity } from './message.entity.js';
import { MESSAGE_PAGE, MessagesRepository } from './messages.repository.js';
import type { Author } from './post-message.js';

/** A page of a thread as one of its readers sees it. */
export interface MessagePage {
  readonly messages: Message[];
  readonly olderCursor?: string;
}

/** Messages as their readers see them: opened, named, with who of the other side has read each. */
@Injectable()
export class MessageViews {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly seal: MessageSeal,
    private readonly users: Users,
    private readonly workers: Workers,
  ) {}

  /** The newest page, or the one before the cursor; oldest first. */
  async page(threadId: string, viewer: Author, cursor: string | undefined): Promise<MessagePage> {
    const found = await this.messages.page(threadId, cursor);
    const page = found.slice(0, MESSAGE_PAGE).reverse();
    const messages = await this.of(page, viewer);
    const isMore = found.length > MESSAGE_PAGE;
    return { messages, ...(isMore ? { olderCursor: page[0]!.id } : {}) };
  }

  /** The beginning of each message, at most 140 characters; one that was taken back says nothing. */
  async excerpts(messageIds: readonly string[]): Promise<Map<string, string>> {
    const found = await this.messages.list(messageIds);
    const texts = await Promise.all(
      found.map(async (message) =>
        message.withdrawnAt ? '' : beginningOf(await this.seal.openBody(message)),
      ),
    );
    return new Map(found.map(({ id }, index) => [id, texts[index]!]));
  }

  private async of(page: readonly MessageEntity[], viewer: Author): Promise<Message[]> {
    const reads = await this.messages.listReads(page.map(({ id }) => id));
    const names = await this.namesOf(page, reads);
    const visible = page.filter((message) => !isGone(message, reads));
    return Promise.all(
      visible.map(async (message) => ({
        id: message.id,
        author: message.author,
        authorName: names.get(message.authorId) ?? '',
        isMine: message.authorId === viewer.id,
        body: await this.seal.openBody(message),
        sentAt: message.sentAt.toISOString(),
        withdrawnAt: message.withdrawnAt?.toISOString() ?? null,
        readBy: reads
          .filter(({ messageId, side }) => messageId === message.id && side !== viewer.side)
          .map(({ readerId, readAt }) => ({ name: names.get(readerId) ?? '', readAt: readAt.toISOString() })),
      })),
    );
  }

  private async namesOf(
    page: readonly MessageEntity[],
    reads: readonly MessageReadEntity[],
  ): Promise<Map<string, string>> {
    const people = [
      ...page.map(({ author, authorId }) => ({ side: author, id: authorId })),
      ...reads.map(({ side, readerId }) => ({ side, id: readerId })),
    ];
    const idsOf = (side: Author['side']) => [
      ...new Set(people.filter((person) => person.side === side).map(({ id }) => id)),
    ];
    const [users, workers] = await Promise.all([
      this.users.list(idsOf('carer')),
      this.workers.list(idsOf('worker')),
    ]);
    return new Map([
      ...users.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const),
      ...workers.map(({ id, name }) => [id, name] as const),
    ]);
  }
}

/** Taken back before anybody but its author saw it. */
const isGone = ({ id, authorId, withdrawnAt }: MessageEntity, reads: readonly MessageReadEntity[]): boolean =>
  withdrawnAt !== null && !reads.some((read) => read.messageId === id && read.readerId !== authorId);

const EXCERPT = 140;

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1)}…`;
}
