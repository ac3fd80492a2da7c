import { DomainError } from '../errors/domain-error.js';

/** One answer for a wrong, a void and an expired code, and for another carer's (security-rules 5.1). */
export const codeNotAccepted = () => new DomainError('invalid', 'CODE_NOT_ACCEPTED');
export const invitationLocked = () => new DomainError('conflict', 'INVITATION_LOCKED');
export const invitationClosed = () => new DomainError('conflict', 'INVITATION_CLOSED');
export const invitationAlreadyOpen = () => new DomainError('conflict', 'INVITATION_ALREADY_OPEN');
export const personHasNoEmail = () => new DomainError('invalid', 'PERSON_HAS_NO_EMAIL');
/** One answer for a bad, a used and an expired link (security-rules 5.2). */
export const linkNotUsable = () => new DomainError('not-found', 'LINK_NOT_USABLE');
/** What was ticked is no longer what is offered: nothing was changed (security-rules 5.8). */
export const invitationsChanged = () => new DomainError('conflict', 'INVITATIONS_CHANGED');
export const fourEyesNeeded = () => new DomainError('forbidden', 'FOUR_EYES_NEEDED');
export const phoneJustChanged = () => new DomainError('conflict', 'PHONE_JUST_CHANGED');
export const secondApproverNeeded = () => new DomainError('forbidden', 'SECOND_APPROVER_NEEDED');
