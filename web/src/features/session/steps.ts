import type { CarerSession } from '@cso/contract';
import type { RouteLocationRaw } from 'vue-router';

/**
 * Where a person stands between 'signed out' and 'signed in'; the phone check is told apart by its reason.
 * `phone_locked`: only a worker can let them go on (security-rules 5.5, 5.6).
 */
export type Step =
  | 'signed_out'
  | 'signing_up'
  | 'resetting_password'
  | 'phone_needed'
  | 'phone_set_up'
  | 'phone_verify'
  | 'phone_sign_in'
  | 'phone_locked'
  | 'signed_in';

const phoneSteps = { set_up: 'phone_set_up', verify: 'phone_verify', sign_in: 'phone_sign_in' } as const;

export function stepOf(session: CarerSession): Step {
  if (session.needsUnlock) return 'phone_locked';
  if (session.stage !== 'phone_check') return session.stage;
  return phoneSteps[session.phoneCheck?.reason ?? 'sign_in'];
}

/** The one table that says where each step is done. Every redirect and every 'go on' reads it. */
const pageOf: Record<Step, string> = {
  signed_out: 'sign-in',
  signing_up: 'sign-in',
  resetting_password: 'sign-in',
  phone_needed: 'phone',
  phone_set_up: 'confirm-identity',
  phone_verify: 'confirm-identity',
  phone_sign_in: 'confirm-identity',
  phone_locked: 'account-locked',
  signed_in: 'accounts',
};

/** The page of a step. `returnTo` travels along until the person is signed in, and is then where they go. */
export function pageFor(step: Step, returnTo?: string): RouteLocationRaw {
  if (!returnTo) return { name: pageOf[step] };
  return step === 'signed_in' ? returnTo : { name: pageOf[step], query: { return: returnTo } };
}

/** Steps of somebody who has proved nothing yet: they may sign up and sign in. */
const BEFORE_PASSWORD: readonly Step[] = ['signed_out', 'signing_up', 'resetting_password'];
export const DURING_PHONE_CHECK: readonly Step[] = ['phone_set_up', 'phone_verify', 'phone_sign_in'];
export const SIGNED_IN: readonly Step[] = ['signed_in'];
/** Sign-in may be started afresh, for instance with another address, until it is complete. */
export const NOT_SIGNED_IN: readonly Step[] = [
  ...BEFORE_PASSWORD,
  'phone_needed',
  ...DURING_PHONE_CHECK,
  'phone_locked',
];
