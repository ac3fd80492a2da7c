import type { MessageType, SaveMessageType } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import type { RequestContext } from '../request/request-context.js';
import type { MessageTypeEntity } from './message-type.entity.js';
import { MessageTypesRepository } from './message-types.repository.js';

/** What carers may write; an admin keeps the words and adds conversations of the council's own. */
@Injectable()
export class MessageTypes {
  constructor(
    private readonly types: MessageTypesRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async listActive(): Promise<{ items: MessageType[] }> {
    const types = await this.types.list();
    return { items: types.filter(({ isActive }) => isActive).map(viewOf) };
  }

  async list(): Promise<{ items: MessageType[] }> {
    return { items: (await this.types.list()).map(viewOf) };
  }

  create(context: RequestContext, body: SaveMessageType): Promise<MessageType> {
    return this.database.transaction(async () => {
      const last = (await this.types.list()).at(-1);
      const type: MessageTypeEntity = {
        id: this.identifiers.next(),
        kind: 'conversation',
        ...body,
        isBuiltIn: false,
        position: (last?.position ?? 0) + 1,
        createdAt: this.clock.now(),
      };
      await this.types.insert(type);
      await this.record(context, 'message-type.added', type.id);
      return viewOf(type);
    });
  }

  /** The service's own two keep working whatever an admin writes over them. */
  save(context: RequestContext, id: string, body: SaveMessageType): Promise<MessageType> {
    return this.database.transaction(async () => {
      const type = await this.types.find(id);
      if (!type) throw notFound();
      if (type.isBuiltIn && !body.isActive) throw new DomainError('conflict', 'MESSAGE_TYPE_BUILT_IN');
      await this.types.save(id, body);
      await this.record(context, 'message-type.saved', id);
      return viewOf({ ...type, ...body });
    });
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'message-type', objectId });
  }
}

const viewOf = ({ id, kind, name, guidance, isBuiltIn, isActive }: MessageTypeEntity): MessageType => ({
  id,
  kind,
  name,
  guidance,
  isBuiltIn,
  isActive,
});
