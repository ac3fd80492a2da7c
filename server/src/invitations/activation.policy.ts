import type { Activation, PhoneComparison } from '@cso/contract';
import { DAY_MS } from '../clock/lengths.js';

/** For a day nothing new is opened to who changed the phone: time to say that it was somebody else (domain 8.2). */
const HOLD_MS = DAY_MS;

/** What decides whether a worker may activate (security-rules 5.10). */
export interface ActivationFacts {
  readonly workerId: string;
  readonly invitedBy: string;
  /** Of each name that waits: who has approved it first, if anybody. */
  readonly firstApprovers: readonly (string | null)[];
  readonly phone: PhoneComparison;
  /** When the carer put another number in the place of a proven one, if ever. */
  readonly phoneChangedAt: Date | null;
  readonly now: Date;
  readonly isFourEyes: boolean;
}

/** A phone that is not the one on file takes two workers. */
export const needsSecondApprover = (phone: PhoneComparison): boolean => phone === 'differs';

/** Why this worker may not activate, or null. */
export function refusalOf(facts: ActivationFacts): Activation['refusal'] {
  const { workerId, firstApprovers, phoneChangedAt, now } = facts;
  if (facts.isFourEyes && workerId === facts.invitedBy) return 'FOUR_EYES_NEEDED';
  if (phoneChangedAt && now.getTime() - phoneChangedAt.getTime() < HOLD_MS) return 'PHONE_JUST_CHANGED';
  const isOwnSecond = needsSecondApprover(facts.phone) && firstApprovers.every((id) => id === workerId);
  return isOwnSecond ? 'SECOND_APPROVER_NEEDED' : null;
}

/** What an approval by this worker is to one name: its first of two, one more of their own, or the one that activates. */
export function approvalOf(
  { needsSecondApprover: isOfTwo }: Pick<Activation, 'needsSecondApprover'>,
  firstApprovedBy: string | null,
  workerId: string,
): 'first' | 'repeated' | 'last' {
  if (!isOfTwo) return 'last';
  if (firstApprovedBy === null) return 'first';
  return firstApprovedBy === workerId ? 'repeated' : 'last';
}
