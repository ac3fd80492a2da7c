import type {
  CarerSession,
  Challenge,
  MyAccount,
  MyInvitation,
  ServiceDetails,
  SessionTimes,
} from '@cso/contract';

export const MINUTE = 60_000;

export const times: SessionTimes = {
  idleRemainingMs: 15 * MINUTE,
  absoluteRemainingMs: 480 * MINUTE,
  warnAtMs: 5 * MINUTE,
};

export const council: ServiceDetails = {
  serviceName: 'Children’s Services Online',
  supportPhone: '01632 960001',
  urgentPhone: '01632 960002',
  officeHours: { opens: '09:00', closes: '17:00', holidays: [] },
  brandColour: null,
  isDemo: false,
};

export const signedIn: CarerSession = {
  stage: 'signed_in',
  times,
  firstName: 'Jo',
  hasOpenInvitations: false,
};

const phoneCheck = (reason: 'set_up' | 'verify' | 'sign_in', canText = true): CarerSession => ({
  stage: 'phone_check',
  phoneCheck: { reason, canText },
});
export const verifyingPhone = { ...phoneCheck('verify'), times };
export const provingPhone = phoneCheck('sign_in');
export const provingLandline = phoneCheck('sign_in', false);

export const lockedOut: CarerSession = { ...provingPhone, needsUnlock: true };

export const text: Challenge = {
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e01',
  channel: 'text',
  state: 'sent',
  expiresInMs: 10 * MINUTE,
  resendAfterMs: 0,
};
export const call: Challenge = { ...text, channel: 'call', state: 'calling', digits: '47' };

export const jo: MyAccount = {
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e11',
  name: 'Jo Carer',
  nickname: null,
  kind: 'carer',
  isOwnAccount: true,
  newMessages: 2,
  itemsToView: 0,
  itemsToComplete: 1,
};
export const sam: MyAccount = {
  ...jo,
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e12',
  name: 'Sam Reed',
  kind: 'child',
  isOwnAccount: false,
  newMessages: 0,
  itemsToComplete: 0,
};

export function invitationFor(
  account: MyAccount,
  state: MyInvitation['state'] = 'awaiting_carer',
): MyInvitation {
  const { id, name, kind, isOwnAccount } = account;
  const acceptedAt = state === 'awaiting_activation' ? '2026-03-27T09:32:00.000Z' : null;
  return { accessId: id, name, kind, isOwnAccount, state, acceptedAt };
}
