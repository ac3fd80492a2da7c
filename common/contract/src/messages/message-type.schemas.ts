import { z } from 'zod';
import { Id, listOf } from '../http/values.js';

/** What a message of the type is: a conversation with the team, or a foster carer's record about a child. */
export const MessageTypeKind = z.enum(['conversation', 'recording']);
export type MessageTypeKind = z.infer<typeof MessageTypeKind>;

/**
 * What a carer may choose to write (carer guide, 'Messages'). Two are the service's own and cannot be switched off:
 * 'Message your worker' and 'Foster carer recording'. A council adds conversations of its own.
 */
export const MessageType = z.object({
  id: Id,
  kind: MessageTypeKind,
  name: z.string(),
  /** What to write under it, and how soon it is answered; may be empty. */
  guidance: z.string(),
  isBuiltIn: z.boolean(),
  isActive: z.boolean(),
});
export type MessageType = z.infer<typeof MessageType>;
export const MessageTypeList = listOf(MessageType);

export const SaveMessageType = z.strictObject({
  name: z.string().trim().min(1).max(80),
  guidance: z.string().trim().max(500),
  isActive: z.boolean(),
});
export type SaveMessageType = z.infer<typeof SaveMessageType>;
