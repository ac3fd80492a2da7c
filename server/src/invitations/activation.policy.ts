import type { Activation, PhoneComparison } from '@cso/contract';

/** What decides whether a worker may activate (security-rules 5.10). */
export interface ActivationFacts {
  readonly workerId: string;
  readonly invitedBy: string;
  readonly firstApprovedBy: string | null;
  readonly phone: PhoneComparison;
  readonly isFourEyes: boolean;
}

/** A phone that is not the one on file takes two workers. */
export const needsSecondApprover = (phone: PhoneComparison): boolean => phone === 'differs';

/** Why this worker may not activate, or null. */
export function refusalOf(facts: ActivationFacts): Activation['refusal'] {
  if (facts.isFourEyes && facts.workerId === facts.invitedBy) return 'FOUR_EYES_NEEDED';
  const isOwnSecond = needsSecondApprover(facts.phone) && facts.workerId === facts.firstApprovedBy;
  return isOwnSecond ? 'SECOND_APPROVER_NEEDED' : null;
}
