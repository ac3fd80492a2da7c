import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { IdentityModule, InvitedAddresses } from '../identity/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { MailedOffers, PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { ActivationView } from './activation.view.js';
import { Activations } from './activations.js';
import { ActivationsController } from './activations.controller.js';
import { AnswerInvitation } from './answer-invitation.js';
import { BouncedInvitations } from './bounced-invitations.js';
import { CancelInvitation } from './cancel-invitation.js';
import { ConfirmCode } from './confirm-code.js';
import { EarlierInvitations } from './earlier-invitations.js';
import { EndedPlacements } from './ended-placements.js';
import { ExpireInvitations } from './expire-invitations.js';
import { FollowNames } from './follow-names.js';
import { GiveApproval } from './give-approval.js';
import { InvitableAccounts } from './invitable-accounts.js';
import { InvitationLinkMail } from './invitation-link.mail.js';
import { InvitationLinks } from './invitation-links.js';
import { InvitationSecrets } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { Invite } from './invite.js';
import { IssuedLinksRepository } from './issued-links.repository.js';
import { MyInvitations } from './my-invitations.js';
import { MyInvitationsController } from './my-invitations.controller.js';
import { NumberOnFile } from './number-on-file.js';
import { OpenInvitations } from './open-invitations.js';
import { ReaddressedInvitations } from './readdressed-invitations.js';
import { ReissueInvitation } from './reissue-invitation.js';

/** Global only for the ports: identity asks whether an address is invited, people tells of a changed one. */
@Global()
@Module({
  imports: [AccountsModule, IdentityModule, NotificationsModule, PeopleModule, StaffModule, TasksModule],
  controllers: [InvitationsController, MyInvitationsController, ActivationsController],
  providers: [
    InvitationsRepository,
    IssuedLinksRepository,
    InvitationSecrets,
    InvitationView,
    InvitationsService,
    InvitationLinkMail,
    InvitableAccounts,
    EarlierInvitations,
    Invite,
    NumberOnFile,
    ConfirmCode,
    ReissueInvitation,
    CancelInvitation,
    InvitationLinks,
    MyInvitations,
    AnswerInvitation,
    ActivationView,
    Activations,
    GiveApproval,
    FollowNames,
    EndedPlacements,
    ExpireInvitations,
    BouncedInvitations,
    OpenInvitations,
    ReaddressedInvitations,
    { provide: InvitedAddresses, useExisting: OpenInvitations },
    { provide: MailedOffers, useExisting: ReaddressedInvitations },
  ],
  exports: [InvitedAddresses, MailedOffers],
})
export class InvitationsModule {}
