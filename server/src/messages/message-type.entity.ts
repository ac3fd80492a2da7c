import { MessageTypeKind } from '@cso/contract';
import { Entity, Index } from 'typeorm';
import {
  booleanColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';

/** What carers may write. Its words are the council's, not anybody's, so they are not sealed. */
@Entity('message_types')
@Index('ix_message_types_position', ['position'])
export class MessageTypeEntity {
  @idColumn() id: string;
  @choiceColumn(MessageTypeKind) kind: MessageTypeKind;
  @textColumn(80) name: string;
  @textColumn(500) guidance: string;
  /** The service's own two, made by the migration, cannot be switched off. */
  @booleanColumn() isBuiltIn: boolean;
  @booleanColumn() isActive: boolean;
  @integerColumn() position: number;
  @timestampColumn() createdAt: Date;
}
