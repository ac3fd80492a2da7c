import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import {
  AcceptInvitations,
  DeclineInvitation,
  InvitationLink,
  InvitationLinkOpened,
  MyInvitationList,
} from './invitation.schemas.js';

/** The carer's side of an invitation: the link of e-mail 2 and the Account Setup screen. `id` is the access's. */
export const myInvitationRoutes = {
  openLink: route({
    operationId: 'openInvitationLink',
    method: 'POST',
    path: '/api/invitation-links/open',
    summary:
      'Whether the link can be used; consumes nothing for a stranger. One answer for every cause of a no.',
    body: InvitationLink,
    reply: InvitationLinkOpened,
  }),
  askForNewLink: route({
    operationId: 'askForNewLink',
    method: 'POST',
    path: '/api/invitation-links/ask-again',
    summary: 'Ask for a new one: gives the team a task and says nothing else.',
    body: InvitationLink,
  }),
  list: route({
    operationId: 'listMyInvitations',
    method: 'GET',
    path: '/api/my/invitations',
    summary: 'Every name that waits for this carer or for the team.',
    reply: MyInvitationList,
  }),
  accept: route({
    operationId: 'acceptInvitations',
    method: 'POST',
    path: '/api/my/invitations/accept',
    summary: 'The ticked names, all or nothing.',
    body: AcceptInvitations,
    reply: MyInvitationList,
    isIdempotent: true,
  }),
  decline: route({
    operationId: 'declineInvitation',
    method: 'POST',
    path: '/api/my/invitations/:id/decline',
    summary: 'No: the worker is told.',
    params: IdParams,
    body: DeclineInvitation,
    reply: MyInvitationList,
  }),
  reportUnexpected: route({
    operationId: 'reportUnexpectedInvitation',
    method: 'POST',
    path: '/api/my/invitations/:id/report',
    summary: 'I do not expect this person: hides the name and alerts the worker.',
    params: IdParams,
    reply: MyInvitationList,
  }),
};
