import {
  answerTemplateRoutes,
  messageTypeRoutes,
  myMessageRoutes,
  Permission,
  type RouteParams,
  type SaveAnswerTemplate,
  type SaveMessageType,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { AnswerTemplates } from './answer-templates.js';
import { MessageTypes } from './message-types.js';

/** What may be written, and ready texts for answers. */
@Controller()
export class MessageSettingsController {
  constructor(
    private readonly types: MessageTypes,
    private readonly templates: AnswerTemplates,
  ) {}

  @Endpoint(myMessageRoutes.listTypes)
  @Requires(Permission.UseOwnAccounts)
  listActiveTypes(_context: RequestContext) {
    return this.types.listActive();
  }

  @Endpoint(messageTypeRoutes.list)
  @Requires(Permission.EditMessageTypes)
  listTypes(_context: RequestContext) {
    return this.types.list();
  }

  @Endpoint(messageTypeRoutes.create)
  @Requires(Permission.EditMessageTypes)
  createType(body: SaveMessageType, context: RequestContext) {
    return this.types.create(context, body);
  }

  @Endpoint(messageTypeRoutes.save)
  @Requires(Permission.EditMessageTypes)
  saveType(
    { id }: RouteParams<typeof messageTypeRoutes.save>,
    body: SaveMessageType,
    context: RequestContext,
  ) {
    return this.types.save(context, id, body);
  }

  @Endpoint(answerTemplateRoutes.list)
  @Requires(Permission.AnswerMessages)
  listTemplates(context: RequestContext) {
    return this.templates.list(context);
  }

  @Endpoint(answerTemplateRoutes.create)
  @Requires(Permission.EditAnswerTemplates)
  createTemplate(body: SaveAnswerTemplate, context: RequestContext) {
    return this.templates.create(context, body);
  }

  @Endpoint(answerTemplateRoutes.save)
  @Requires(Permission.EditAnswerTemplates)
  saveTemplate(
    { id }: RouteParams<typeof answerTemplateRoutes.save>,
    body: SaveAnswerTemplate,
    context: RequestContext,
  ) {
    return this.templates.save(context, id, body);
  }

  @Endpoint(answerTemplateRoutes.remove)
  @Requires(Permission.EditAnswerTemplates)
  removeTemplate({ id }: RouteParams<typeof answerTemplateRoutes.remove>, context: RequestContext) {
    return this.templates.remove(context, id);
  }
}
