import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useSession } from '../session';

/**
 * How far 'Forgotten password' has come. The session says so, and says it again to a page that was loaded anew; the
 * address is known only to the page on which it was typed.
 */
export const usePasswordReset = defineStore('password-reset', () => {
  const session = useSession();
  const email = ref<string>();
  const isStarted = computed(() => session.step === 'resetting_password');

  function start(address: string): void {
    email.value = address;
    session.update({ stage: 'resetting_password' });
  }
  function finish(): void {
    email.value = undefined;
    session.forget();
  }
  return { email, isStarted, start, finish };
});
