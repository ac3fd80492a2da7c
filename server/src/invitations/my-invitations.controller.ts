import { myInvitationRoutes, Permission, type RouteBody, type RouteParams } from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Public, Requires } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { AnswerInvitation } from './answer-invitation.js';
import { InvitationLinks } from './invitation-links.js';
import { MyInvitations } from './my-invitations.js';

/** The carer's side. */
@Controller()
export class MyInvitationsController {
  constructor(
    private readonly mine: MyInvitations,
    private readonly answer: AnswerInvitation,
    private readonly links: InvitationLinks,
  ) {}

  @Endpoint(myInvitationRoutes.openLink)
  @Public()
  openLink({ token }: RouteBody<typeof myInvitationRoutes.openLink>, context: RequestContext) {
    return this.links.open(context, token);
  }

  @Endpoint(myInvitationRoutes.askForNewLink)
  @Public()
  askForNewLink({ token }: RouteBody<typeof myInvitationRoutes.askForNewLink>, context: RequestContext) {
    return this.links.askForNew(context, token);
  }

  @Endpoint(myInvitationRoutes.list)
  @Requires(Permission.UseOwnAccounts)
  list(context: RequestContext) {
    return this.mine.list(context);
  }

  @Endpoint(myInvitationRoutes.accept)
  @Requires(Permission.UseOwnAccounts)
  accept(body: RouteBody<typeof myInvitationRoutes.accept>, context: RequestContext) {
    return this.answer.accept(context, body);
  }

  @Endpoint(myInvitationRoutes.decline)
  @Requires(Permission.UseOwnAccounts)
  decline(
    { id }: RouteParams<typeof myInvitationRoutes.decline>,
    { reason }: RouteBody<typeof myInvitationRoutes.decline>,
    context: RequestContext,
  ) {
    return this.answer.decline(context, id, reason);
  }

  @Endpoint(myInvitationRoutes.reportUnexpected)
  @Requires(Permission.UseOwnAccounts)
  reportUnexpected({ id }: RouteParams<typeof myInvitationRoutes.reportUnexpected>, context: RequestContext) {
    return this.answer.reportUnexpected(context, id);
  }
}
