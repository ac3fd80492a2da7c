import type { Invitation, InvitationState } from '@cso/contract';
import type { TagColour } from '@cso/ui';

/** The five steps that carer and worker both see (domain 9.5). */
export const steps = ['codeSent', 'codeConfirmed', 'linkOpened', 'accepted', 'activated'] as const;

const stepOfState: Partial<Record<InvitationState, number>> = {
  code_sent: 1,
  link_sent: 2,
  linked: 3,
  accepted: 4,
  activated: 5,
};

/** How many steps are done. A closed invitation keeps those that it had reached. */
export function stepsDone({ state, accesses, confirmedAt }: Invitation): number {
  const known = stepOfState[state];
  if (known) return known;
  if (accesses.some((access) => access.state === 'awaiting_activation')) return 4;
  return confirmedAt ? 2 : 1;
}

export const stateColours: Record<InvitationState, TagColour> = {
  bounced: 'red',
  locked: 'red',
  expired: 'orange',
  accepted: 'purple',
  code_sent: 'blue',
  link_sent: 'blue',
  linked: 'blue',
  activated: 'green',
  declined: 'grey',
  cancelled: 'grey',
  superseded: 'grey',
};
