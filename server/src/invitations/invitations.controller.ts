import {
  invitationRoutes,
  Permission,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { CancelInvitation } from './cancel-invitation.js';
import { ConfirmCode } from './confirm-code.js';
import { InvitationsService } from './invitations.service.js';
import { Invite } from './invite.js';
import { NumberOnFile } from './number-on-file.js';
import { ReissueInvitation } from './reissue-invitation.js';

/** The worker's side. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly invite: Invite,
    private readonly numberOnFile: NumberOnFile,
    private readonly confirmation: ConfirmCode,
    private readonly reissue: ReissueInvitation,
    private readonly cancellation: CancelInvitation,
  ) {}

  @Endpoint(invitationRoutes.create)
  @Requires(Permission.InviteCarers)
  create(body: RouteBody<typeof invitationRoutes.create>, context: RequestContext) {
    return this.invite.invite(context, body);
  }

  @Endpoint(invitationRoutes.list)
  @Requires(Permission.InviteCarers)
  list(query: RouteQuery<typeof invitationRoutes.list>, context: RequestContext) {
    return this.invitations.list(context, query);
  }

  @Endpoint(invitationRoutes.get)
  @Requires(Permission.InviteCarers)
  get({ id }: RouteParams<typeof invitationRoutes.get>, context: RequestContext) {
    return this.invitations.get(context, id);
  }

  @Endpoint(invitationRoutes.getNumberOnFile)
  @Requires(Permission.InviteCarers)
  getNumberOnFile({ id }: RouteParams<typeof invitationRoutes.getNumberOnFile>, context: RequestContext) {
    return this.numberOnFile.show(context, id);
  }

  @Endpoint(invitationRoutes.confirmCode)
  @Requires(Permission.InviteCarers)
  confirmCode(
    { id }: RouteParams<typeof invitationRoutes.confirmCode>,
    body: RouteBody<typeof invitationRoutes.confirmCode>,
    context: RequestContext,
  ) {
    return this.confirmation.confirm(context, id, body);
  }

  @Endpoint(invitationRoutes.resend)
  @Requires(Permission.InviteCarers)
  resend({ id }: RouteParams<typeof invitationRoutes.resend>, context: RequestContext) {
    return this.reissue.resend(context, id);
  }

  @Endpoint(invitationRoutes.unlock)
  @Requires(Permission.UnlockInvitations)
  unlock({ id }: RouteParams<typeof invitationRoutes.unlock>, context: RequestContext) {
    return this.reissue.unlock(context, id);
  }

  @Endpoint(invitationRoutes.cancel)
  @Requires(Permission.InviteCarers)
  cancel(
    { id }: RouteParams<typeof invitationRoutes.cancel>,
    { reason }: RouteBody<typeof invitationRoutes.cancel>,
    context: RequestContext,
  ) {
    return this.cancellation.cancel(context, id, reason);
  }
}
