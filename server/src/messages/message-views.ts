import { Id, type Message } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { AuthorNames } from './author-names.js';
import { MessageSeal } from './message-seal.js';
import type { MessageEntity } from './message.entity.js';
import { isGone } from './message.policy.js';
import { MESSAGE_PAGE, MessagesRepository } from './messages.repository.js';
import type { Author } from './post-message.js';

/** A page of a thread as one of its readers sees it. */
export interface MessagePage {
  readonly messages: Message[];
  readonly olderCursor?: string;
}

/** Messages as their readers see them: opened, named, with who of the other side has read what their own side wrote. */
@Injectable()
export class MessageViews {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly seal: MessageSeal,
    private readonly names: AuthorNames,
  ) {}

  /** The newest page, or the one before the cursor; oldest first. */
  async page(threadId: string, viewer: Author, cursor: string | undefined): Promise<MessagePage> {
    if (cursor !== undefined && !Id.safeParse(cursor).success) throw unknownCursor();
    const found = await this.messages.page(threadId, cursor);
    const page = found.slice(0, MESSAGE_PAGE).reverse();
    const messages = await this.of(page, viewer);
    const isMore = found.length > MESSAGE_PAGE;
    return { messages, ...(isMore ? { olderCursor: page[0]!.id } : {}) };
  }

  /** The beginning of a message, at most 140 characters; one that was taken back says nothing. */
  async excerptOf(message: MessageEntity): Promise<string> {
    return message.withdrawnAt ? '' : beginningOf(await this.seal.openBody(message));
  }

  private async of(page: readonly MessageEntity[], viewer: Author): Promise<Message[]> {
    const reads = await this.messages.listReads(page.map(({ id }) => id));
    const names = await this.names.list([
      ...page.map(({ author, authorId }) => ({ side: author, id: authorId })),
      ...reads.map(({ side, readerId }) => ({ side, id: readerId })),
    ]);
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
        readBy: (message.author === viewer.side ? reads : [])
          .filter(({ messageId, side }) => messageId === message.id && side !== viewer.side)
          .map(({ readerId, readAt }) => ({ name: names.get(readerId) ?? '', readAt: readAt.toISOString() })),
      })),
    );
  }
}

const unknownCursor = () => new DomainError('invalid', 'INVALID_INPUT', { fields: { cursor: 'INVALID' } });

const EXCERPT = 140;

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1)}…`;
}
