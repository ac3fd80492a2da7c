import type { Invitation, InvitationState, InvitedAccess } from '@cso/contract';
import type { TagColour } from '@cso/ui';

/** The five steps that carer and worker both see (domain 9.5). */
export const steps = ['codeSent', 'codeConfirmed', 'accountCreated', 'accepted', 'activated'] as const;
export type Step = (typeof steps)[number];

/** When each step was reached; null for one that was not. A closed invitation keeps those that it had reached. */
function stepTimes({ codeIssuedAt, confirmedAt, user, accesses }: Invitation) {
  return {
    codeSent: codeIssuedAt,
    codeConfirmed: confirmedAt,
    accountCreated: user?.signedUpAt ?? null,
    accepted:
      accesses
        .filter(isAccepted)
        .map(({ acceptedAt }) => acceptedAt)
        .toSorted()[0] ?? null,
    activated: accesses.flatMap(({ activatedAt }) => activatedAt ?? []).toSorted()[0] ?? null,
  } satisfies Record<Step, string | null>;
}

/** A name that was accepted and then turned down is where it was before. */
export const isAccepted = ({ acceptedAt, state }: InvitedAccess): boolean =>
  acceptedAt !== null && state !== 'declined';

/** The last step that was reached, how many are done with it, and since when. */
export function lastStep(invitation: Invitation): { step: Step; done: number; since: string } {
  const times = stepTimes(invitation);
  const index = steps.findLastIndex((step) => times[step] !== null);
  const step = steps[index] ?? 'codeSent';
  return { step, done: steps.indexOf(step) + 1, since: times[step] ?? invitation.codeIssuedAt };
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
