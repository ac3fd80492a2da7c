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

  /** In the order in which carers choose. */
  list(): Promise<MessageTypeEntity[]> {
    return this.database.run((manager) =>
      manager.find(MessageTypeEntity, { order: { position: 'ASC', id: 'ASC' } }),
    );
  }

  async insert(type: MessageTypeEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(MessageTypeEntity, type));
  }

  async save(id: string, change: Pick<MessageTypeEntity, 'name' | 'guidance' | 'isActive'>): Promise<void> {
    await this.database.run((manager) => manager.update(MessageTypeEntity, { id }, change));
  }
}
