import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useSession } from '../session';

/**
 * How far 'Create an account' has come. The session says so, and says it again to a page that was loaded anew;
 * the address is known only to the page on which it was typed.
 */
export const useSignUp = defineStore('sign-up', () => {
  const session = useSession();
  const email = ref<string>();
  const resendAfterMs = ref(0);
  const isStarted = computed(() => session.session?.signUp !== undefined);
  const isEmailVerified = computed(() => session.session?.signUp?.isEmailVerified ?? false);

  function start(address: string, waitMs: number): void {
    email.value = address;
    resendAfterMs.value = waitMs;
    session.update({ stage: 'signing_up', signUp: { isEmailVerified: false } });
  }
  function confirmEmail(): void {
    session.update({ stage: 'signing_up', signUp: { isEmailVerified: true } });
  }
  function clear(): void {
    email.value = undefined;
    resendAfterMs.value = 0;
  }
  return { email, resendAfterMs, isStarted, isEmailVerified, start, confirmEmail, clear };
});
