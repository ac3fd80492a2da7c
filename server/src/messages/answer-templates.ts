import type { AnswerTemplate, SaveAnswerTemplate } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import type { AnswerTemplateEntity } from './answer-template.entity.js';
import { AnswerTemplatesRepository } from './answer-templates.repository.js';

/** Ready texts for answers: a team's own and everybody's, kept by managers. */
@Injectable()
export class AnswerTemplates {
  constructor(
    private readonly templates: AnswerTemplatesRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext): Promise<{ items: AnswerTemplate[] }> {
    const templates = await this.templates.listFor(signedInWorker(context).teamId);
    return { items: templates.map(viewOf).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
  }

  create(context: RequestContext, body: SaveAnswerTemplate): Promise<AnswerTemplate> {
    return this.database.transaction(async () => {
      const id = this.identifiers.next();
      const template = { id, ...factsOf(context, body), createdAt: this.clock.now() };
      await this.templates.insert(template);
      await this.record(context, 'answer-template.added', id);
      return viewOf(template);
    });
  }

  save(context: RequestContext, id: string, body: SaveAnswerTemplate): Promise<AnswerTemplate> {
    return this.database.transaction(async () => {
      const template = await this.getVisible(context, id);
      const facts = factsOf(context, body);
      await this.templates.save(id, facts);
      await this.record(context, 'answer-template.saved', id);
      return viewOf({ ...template, ...facts });
    });
  }

  remove(context: RequestContext, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.getVisible(context, id);
      await this.templates.remove(id);
      await this.record(context, 'answer-template.removed', id);
    });
  }

  private async getVisible(context: RequestContext, id: string): Promise<AnswerTemplateEntity> {
    const template = await this.templates.find(id);
    const { teamId } = signedInWorker(context);
    if (!template || (template.teamId !== null && template.teamId !== teamId)) throw notFound();
    return template;
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'answer-template', objectId });
  }
}

const factsOf = (context: RequestContext, { name, body, isForEveryTeam }: SaveAnswerTemplate) => ({
  name,
  body,
  teamId: isForEveryTeam ? null : signedInWorker(context).teamId,
});

const viewOf = ({ id, teamId, name, body }: AnswerTemplateEntity): AnswerTemplate => ({
  id,
  teamId,
  name,
  body,
});
