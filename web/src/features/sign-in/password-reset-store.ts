import { defineStore } from 'pinia';
import { ref } from 'vue';

/** What the second page of 'Forgotten password' must know of the first; in memory only. */
export const usePasswordReset = defineStore('password-reset', () => {
  const email = ref<string>();
  const resendAfterMs = ref(0);
  return { email, resendAfterMs };
});
