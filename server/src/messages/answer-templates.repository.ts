import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../database/database.js';
import { AnswerTemplateEntity } from './answer-template.entity.js';

@Injectable()
export class AnswerTemplatesRepository {
  constructor(private readonly database: Database) {}

  /** Every team's, and this team's. */
  listFor(teamId: string | null): Promise<AnswerTemplateEntity[]> {
    const teams = [{ teamId: IsNull() }, ...(teamId === null ? [] : [{ teamId }])];
    return this.database.run((manager) => manager.find(AnswerTemplateEntity, { where: teams }));
  }

  find(id: string): Promise<AnswerTemplateEntity | null> {
    return this.database.run((manager) => manager.findOneBy(AnswerTemplateEntity, { id }));
  }

  async insert(template: AnswerTemplateEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(AnswerTemplateEntity, template));
  }

  async save(id: string, change: Pick<AnswerTemplateEntity, 'name' | 'body' | 'teamId'>): Promise<void> {
    await this.database.run((manager) => manager.update(AnswerTemplateEntity, { id }, change));
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(AnswerTemplateEntity, { id }));
  }
}
