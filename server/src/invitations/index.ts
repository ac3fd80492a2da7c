export { ExpireInvitations } from './expire-invitations.js';
export { InvitationsModule } from './invitations.module.js';
