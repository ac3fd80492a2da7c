import type { Challenge, ChallengeState } from '@cso/contract';
import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '../session';

/** A call as the page shows it: until # is pressed it rings, whoever has picked up. */
export type ShownCall = 'calling' | 'answered' | 'failed';

const shownAs: Partial<Record<ChallengeState, ShownCall>> = {
  sent: 'calling',
  calling: 'calling',
  answered: 'calling',
  confirmed: 'answered',
  used: 'answered',
};

/** Which step of 'Confirm your identity' shows, and what it is headed. */
export function useIdentityStep(challenge: Ref<Challenge | undefined>) {
  const { t } = useI18n();
  const session = useSession();

  const call = computed<ShownCall | 'denied' | undefined>(() => {
    if (challenge.value?.channel !== 'call') return undefined;
    const { state } = challenge.value;
    // Another page tells of that: nothing here could help.
    return state === 'denied' ? state : (shownAs[state] ?? 'failed');
  });
  const isSecondCheck = computed(() => session.step === 'phone_verify');

  const heading = computed(() => {
    if (call.value) return t(call.value === 'denied' ? 'identity.locked.title' : `ui.call.${call.value}`);
    if (challenge.value) return t('identity.code.title');
    return t(isSecondCheck.value ? 'identity.second.title' : 'identity.title');
  });
  return { call, heading, isSecondCheck };
}
