import {
  isUrgentText,
  myMessageRoutes,
  type MessageSent,
  type Recipient,
  type StartThread,
} from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { HOUR_MS } from '../clock/lengths.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { Idempotency } from '../idempotency/index.js';
import { Limits } from '../limits/index.js';
import { DraftStore } from '../drafts/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import { BeginThread } from './begin-thread.js';
import { MessageTypesRepository } from './message-types.repository.js';
import { MyRecipients, type Destination } from './my-recipients.js';
import { MyThreadScope } from './my-thread-scope.js';
import { MyThreadView } from './my-thread.view.js';
import { PostMessage } from './post-message.js';
import type { ThreadEntity } from './thread.entity.js';
import { WithdrawMessage } from './withdraw-message.js';

/** More than anybody writes, and few enough that no script floods a team. */
const SENDS = { count: 60, perMs: HOUR_MS };

/** Carers' messages: new ones, replies, and taking one back. */
@Injectable()
export class MySending {
  constructor(
    private readonly scope: MyThreadScope,
    private readonly recipients: MyRecipients,
    private readonly types: MessageTypesRepository,
    private readonly beginning: BeginThread,
    private readonly posting: PostMessage,
    private readonly withdrawing: WithdrawMessage,
    private readonly view: MyThreadView,
    private readonly drafts: DraftStore,
    private readonly tasks: Tasks,
    private readonly limits: Limits,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  /** Who would get a message about the account. */
  async listRecipients(context: RequestContext, accountId: string): Promise<{ items: Recipient[] }> {
    const account = await this.scope.getAccount(signedInCarer(context).userId, accountId);
    return { items: await this.recipients.list(account) };
  }

  start(context: RequestContext, body: StartThread): Promise<MessageSent> {
    const { userId } = signedInCarer(context);
    return this.idempotency.once(context, myMessageRoutes.startThread, body, async () => {
      await this.countSend(userId);
      const account = await this.scope.accountToWriteAbout(userId, body.accountId);
      await this.requireConversation(body.typeId);
      const destination = await this.recipients.choose(account, body);
      const thread = await this.beginning.begin({
        account: account.person,
        carerId: account.carerId,
        typeId: body.typeId,
        state: 'new',
        subject: body.subject,
        teamId: destination.teamId,
        addresseeId: destination.addresseeId,
        isPrivate: body.isPrivate,
        isUrgent: isUrgentText(body.subject),
      });
      const messageId = await this.posting.post(thread, { side: 'carer', id: userId }, body.body);
      await this.askForWorker(destination);
      await this.drafts.drop(userId, { accountId: body.accountId, kind: 'new', targetId: body.typeId });
      const cover = await this.recipients.coverOf(thread.addresseeId);
      await this.finish(context, 'thread.started', thread);
      return { threadId: thread.id, messageId, sentTo: destination.sentTo, cover };
    });
  }

  reply(context: RequestContext, id: string, body: string): Promise<MessageSent> {
    const { userId } = signedInCarer(context);
    return this.idempotency.once(context, myMessageRoutes.reply, { id, body }, async () => {
      await this.countSend(userId);
      const thread = await this.scope.lockToReply(userId, id);
      const messageId = await this.posting.post(thread, { side: 'carer', id: userId }, body);
      await this.drafts.drop(userId, { accountId: thread.accountId, kind: 'reply', targetId: id });
      const sentTo = (await this.view.withWhom(thread)) || null;
      const cover = await this.recipients.coverOf(thread.holderId ?? thread.addresseeId);
      await this.finish(context, 'message.sent', thread);
      return { threadId: id, messageId, sentTo, cover };
    });
  }

  withdraw(context: RequestContext, messageId: string): Promise<void> {
    const { userId } = signedInCarer(context);
    return this.withdrawing.withdraw(context, messageId, userId, (threadId) =>
      this.scope.getVisible(userId, threadId),
    );
  }

  /** Within the transaction of the send, so that only what was sent counts. */
  private countSend(userId: string): Promise<void> {
    return this.limits.require('messages', userId, SENDS, 'TOO_MANY_SENDS');
  }

  private async requireConversation(typeId: string): Promise<void> {
    const type = await this.types.find(typeId);
    if (type?.kind !== 'conversation' || !type.isActive) throw new InvalidInput({ typeId: 'INVALID' });
  }

  private async askForWorker({ unattendedId, teamId }: Destination): Promise<void> {
    if (unattendedId === null) return;
    await this.tasks.add({ kind: 'nobody_allocated', personId: unattendedId, teamId });
  }

  /** What every send ends with; the head of the audit log is the last thing locked. */
  private finish(
    context: RequestContext,
    action: 'thread.started' | 'message.sent',
    { id }: ThreadEntity,
  ): Promise<void> {
    return this.audit.record(context, { action, objectType: 'thread', objectId: id });
  }
}
