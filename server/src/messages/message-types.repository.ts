import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { MessageTypeEntity } from './message-type.entity.js';

@Injectable()
export class MessageTypesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<MessageTypeEntity | null> {
    return this.database.run((manager) => manager.findOneBy(MessageTypeEntity, { id }));
  }

  /** Every type's name by its id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const types = await this.database.run((manager) => manager.find(MessageTypeEntity));
    return new Map(types.map(({ id, name }) => [id, name]));
  }
}
