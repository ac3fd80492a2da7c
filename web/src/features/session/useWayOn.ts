import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import { useSession } from './session-store';
import { pageFor, type Step } from './steps';

interface WayOn {
  text: string;
  to: RouteLocationRaw;
}

/** What there is to go on with, by the step; nothing for who has to begin, or to begin again. */
const kindOf: Partial<Record<Step, 'setUp' | 'signIn' | 'account'>> = {
  signing_up: 'setUp',
  phone_needed: 'setUp',
  phone_set_up: 'setUp',
  phone_verify: 'setUp',
  phone_sign_in: 'signIn',
  signed_in: 'account',
};

/** The way on from a page for everybody, for somebody who has begun already. */
export function useWayOn(): ComputedRef<WayOn | undefined> {
  const { t } = useI18n();
  const session = useSession();

  return computed(() => {
    const kind = kindOf[session.step];
    if (!kind) return undefined;
    const to = session.step === 'signing_up' ? { name: 'sign-up-details' } : pageFor(session.step);
    return { text: t(`session.wayOn.${kind}`), to };
  });
}
