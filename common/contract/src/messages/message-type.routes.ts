import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { MessageType, MessageTypeList, SaveMessageType } from './message-type.schemas.js';

/** The council's message types, kept by an admin. */
export const messageTypeRoutes = {
  list: route({
    operationId: 'listAllMessageTypes',
    method: 'GET',
    path: '/api/message-types',
    summary: 'Every message type, those switched off too.',
    reply: MessageTypeList,
  }),
  create: route({
    operationId: 'createMessageType',
    method: 'POST',
    path: '/api/message-types',
    summary: 'A conversation of the council’s own.',
    body: SaveMessageType,
    reply: MessageType,
  }),
  save: route({
    operationId: 'saveMessageType',
    method: 'PUT',
    path: '/api/message-types/:id',
    summary: 'Changes its words or switches it off; the service’s own cannot be switched off.',
    params: IdParams,
    body: SaveMessageType,
    reply: MessageType,
  }),
};
