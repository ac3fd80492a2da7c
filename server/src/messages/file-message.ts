import { inboxRoutes, type ConvertToRecording, type RecordingSent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { notFound } from '../errors/domain-error.js';
import { Idempotency } from '../idempotency/index.js';
import { People } from '../people/index.js';
import { Recordings } from '../recordings/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { nobodyToWriteTo } from './message.errors.js';
import { MessageSeal } from './message-seal.js';
import type { MessageEntity } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadScope } from './thread-scope.js';

/** Recording sent as message: files it as a recording about a child and keeps the original (domain 8.5). */
@Injectable()
export class FileMessage {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly scope: ThreadScope,
    private readonly history: ThreadHistory,
    private readonly recordings: Recordings,
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly seal: MessageSeal,
    private readonly idempotency: Idempotency,
  ) {}

  async file(context: RequestContext, id: string, body: ConvertToRecording): Promise<RecordingSent> {
    const worker = signedInWorker(context);
    const thread = await this.scope.getVisible(worker, id);
    await this.people.getVisible(worker, body.childId);
    const message = await this.messages.find(body.messageId);
    if (message?.threadId !== id || message.author !== 'carer' || message.withdrawnAt !== null)
      throw notFound();
    return this.idempotency.once(context, inboxRoutes.convert, { id, ...body }, async () => {
      const { childId: accountId, coversFrom, coversTo } = body;
      const recordingId = await this.recordings.fileMessage({
        accountId,
        coversFrom,
        coversTo,
        ...(await this.writerOf(message, accountId)),
        // Nobody can tell afterwards which part was seen and which was thought.
        content: { facts: await this.seal.openBody(message), opinion: '', childsWords: '' },
        from: { messageId: message.id, threadId: id },
      });
      await this.history.record(context, thread, { kind: 'filed_as_recording', toId: accountId });
      return { recordingId };
    });
  }

  /** The carer may file about their own children only, so a worker may file for them about no other. */
  private async writerOf({ authorId: userId }: MessageEntity, accountId: string) {
    const holder = await this.holders.find(userId, accountId);
    if (!holder) throw nobodyToWriteTo();
    return { userId, carerId: holder.carerId };
  }
}
