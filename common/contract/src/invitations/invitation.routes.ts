import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, Id, IdParams } from '../http/values.js';
import { InvitationState } from './invitation.machine.js';
import {
  CancelInvitation,
  ConfirmInvitationCode,
  CreateInvitation,
  Invitation,
  InvitationList,
  NumberOnFile,
} from './invitation.schemas.js';

/** The worker's side of an invitation. */
export const invitationRoutes = {
  create: route({
    operationId: 'createInvitation',
    method: 'POST',
    path: '/api/invitations',
    summary: 'Invite: sends e-mail 1 with the unique code.',
    body: CreateInvitation,
    reply: Invitation,
    isIdempotent: true,
  }),
  list: route({
    operationId: 'listInvitations',
    method: 'GET',
    path: '/api/invitations',
    summary: 'The invitation tracker: what needs a worker first.',
    query: z.strictObject({
      state: InvitationState.optional(),
      carerId: Id.optional(),
      cursor: Cursor.optional(),
    }),
    reply: InvitationList,
  }),
  get: route({
    operationId: 'getInvitation',
    method: 'GET',
    path: '/api/invitations/:id',
    summary: 'One invitation.',
    params: IdParams,
    reply: Invitation,
  }),
  getNumberOnFile: route({
    operationId: 'getNumberOnFile',
    method: 'GET',
    path: '/api/invitations/:id/number-on-file',
    summary: 'The number to call the carer back on, while a code can be confirmed; each look is audited.',
    params: IdParams,
    reply: NumberOnFile,
  }),
  confirmCode: route({
    operationId: 'confirmInvitationCode',
    method: 'POST',
    path: '/api/invitations/:id/confirm-code',
    summary: 'Confirm code: the carer has quoted it; sends e-mail 2 with the link.',
    params: IdParams,
    body: ConfirmInvitationCode,
    reply: Invitation,
  }),
  resend: route({
    operationId: 'resendInvitation',
    method: 'POST',
    path: '/api/invitations/:id/resend',
    summary: 'Sends the mail of the current step again with a new secret; the old one is void.',
    params: IdParams,
    reply: Invitation,
  }),
  unlock: route({
    operationId: 'unlockInvitation',
    method: 'POST',
    path: '/api/invitations/:id/unlock',
    summary: 'After 5 wrong codes: a team manager issues a new one.',
    params: IdParams,
    reply: Invitation,
  }),
  cancel: route({
    operationId: 'cancelInvitation',
    method: 'POST',
    path: '/api/invitations/:id/cancel',
    summary: 'Withdraws the invitation and every name on it that is not active.',
    params: IdParams,
    body: CancelInvitation,
    reply: Invitation,
  }),
};
