import { defineStore } from 'pinia';
import { ref } from 'vue';

/** What one page of 'Create an account' must remember for the next; gone with the page, as it should be. */
export const useSignUp = defineStore('sign-up', () => {
  const email = ref<string>();
  const isEmailVerified = ref(false);
  const resendAfterMs = ref(0);

  function clear(): void {
    email.value = undefined;
    isEmailVerified.value = false;
    resendAfterMs.value = 0;
  }
  return { email, isEmailVerified, resendAfterMs, clear };
});
