import {
  answerDraftRoutes,
  inboxRoutes,
  Permission,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { AnswerCarer } from './answer-carer.js';
import { AnswerDrafts } from './answer-drafts.js';
import { FileMessage } from './file-message.js';
import { InboxService } from './inbox.service.js';

/** The inbox, reading a thread, and writing. What is done with a thread stands in `thread-acts.controller.ts`. */
@Controller()
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly answers: AnswerCarer,
    private readonly drafts: AnswerDrafts,
    private readonly filing: FileMessage,
  ) {}

  @Endpoint(inboxRoutes.list)
  @Requires(Permission.AnswerMessages)
  list({ view, cursor }: RouteQuery<typeof inboxRoutes.list>, context: RequestContext) {
    return this.inbox.list(context, view, cursor);
  }

  @Endpoint(inboxRoutes.counts)
  @Requires(Permission.AnswerMessages)
  counts(context: RequestContext) {
    return this.inbox.counts(context);
  }

  @Endpoint(inboxRoutes.get)
  @Requires(Permission.AnswerMessages)
  get(
    { id }: RouteParams<typeof inboxRoutes.get>,
    { cursor }: RouteQuery<typeof inboxRoutes.get>,
    context: RequestContext,
  ) {
    return this.inbox.get(context, id, cursor);
  }

  @Endpoint(inboxRoutes.markRead)
  @Requires(Permission.AnswerMessages)
  markRead(
    { id }: RouteParams<typeof inboxRoutes.markRead>,
    { upToMessageId }: RouteBody<typeof inboxRoutes.markRead>,
    context: RequestContext,
  ) {
    return this.inbox.markRead(context, id, upToMessageId);
  }

  @Endpoint(inboxRoutes.write)
  @Requires(Permission.AnswerMessages)
  write(body: RouteBody<typeof inboxRoutes.write>, context: RequestContext) {
    return this.answers.write(context, body);
  }

  @Endpoint(inboxRoutes.reply)
  @Requires(Permission.AnswerMessages)
  reply(
    { id }: RouteParams<typeof inboxRoutes.reply>,
    body: RouteBody<typeof inboxRoutes.reply>,
    context: RequestContext,
  ) {
    return this.answers.reply(context, id, body);
  }

  @Endpoint(answerDraftRoutes.get)
  @Requires(Permission.AnswerMessages)
  getDraft({ id }: RouteParams<typeof answerDraftRoutes.get>, context: RequestContext) {
    return this.drafts.get(context, id);
  }

  @Endpoint(answerDraftRoutes.save)
  @Requires(Permission.AnswerMessages)
  saveDraft(
    { id }: RouteParams<typeof answerDraftRoutes.save>,
    body: RouteBody<typeof answerDraftRoutes.save>,
    context: RequestContext,
  ) {
    return this.drafts.save(context, id, body);
  }

  @Endpoint(inboxRoutes.withdraw)
  @Requires(Permission.AnswerMessages)
  withdraw({ id }: RouteParams<typeof inboxRoutes.withdraw>, context: RequestContext) {
    return this.answers.withdraw(context, id);
  }

  @Endpoint(inboxRoutes.convert)
  @Requires(Permission.AnswerMessages)
  convert(
    { id }: RouteParams<typeof inboxRoutes.convert>,
    body: RouteBody<typeof inboxRoutes.convert>,
    context: RequestContext,
  ) {
    return this.filing.file(context, id, body);
  }
}
