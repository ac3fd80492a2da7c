import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, Id, IdParams } from '../http/values.js';
import { MarkRead } from './message.schemas.js';
import { MessageTypeList } from './message-type.schemas.js';
import {
  MessageSent,
  MyThread,
  MyThreadList,
  RecipientList,
  ReplyToThread,
  StartThread,
} from './my-thread.schemas.js';

/** Messages as the carer sees them. */
export const myMessageRoutes = {
  listTypes: route({
    operationId: 'listMessageTypes',
    method: 'GET',
    path: '/api/my/message-types',
    summary: 'What a carer may write: the active message types.',
    reply: MessageTypeList,
  }),
  listRecipients: route({
    operationId: 'listRecipients',
    method: 'GET',
    path: '/api/my/accounts/:id/recipients',
    summary: 'Who would get a message about this account.',
    params: IdParams,
    reply: RecipientList,
  }),
  listThreads: route({
    operationId: 'listThreads',
    method: 'GET',
    path: '/api/my/threads',
    summary: 'What was received and sent, unread first, then the newest; of one account or of all.',
    query: z.strictObject({ accountId: Id.optional(), cursor: Cursor.optional() }),
    reply: MyThreadList,
  }),
  getThread: route({
    operationId: 'getThread',
    method: 'GET',
    path: '/api/my/threads/:id',
    summary: 'One thread with its newest messages. Reading it does not mark it read.',
    params: IdParams,
    query: z.strictObject({ cursor: Cursor.optional() }),
    reply: MyThread,
  }),
  startThread: route({
    operationId: 'startThread',
    method: 'POST',
    path: '/api/my/threads',
    summary: 'A new message to the worker or the team; its draft is dropped with it.',
    body: StartThread,
    reply: MessageSent,
    isIdempotent: true,
  }),
  reply: route({
    operationId: 'replyToThread',
    method: 'POST',
    path: '/api/my/threads/:id/replies',
    summary: 'A reply; its draft is dropped with it.',
    params: IdParams,
    body: ReplyToThread,
    reply: MessageSent,
    isIdempotent: true,
  }),
  markRead: route({
    operationId: 'markThreadRead',
    method: 'POST',
    path: '/api/my/threads/:id/read',
    summary: 'The carer has seen the messages up to one.',
    params: IdParams,
    body: MarkRead,
  }),
  withdraw: route({
    operationId: 'withdrawMyMessage',
    method: 'POST',
    path: '/api/my/messages/:id/withdraw',
    summary: 'Takes back a message of one’s own: unread it is gone, read it stays and is struck out.',
    params: IdParams,
  }),
};
