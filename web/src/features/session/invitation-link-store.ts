import { defineStore } from 'pinia';
import { ref } from 'vue';

/** The token of e-mail 2, kept in memory alone until Account Setup uses it: never in storage or an address. */
export const useInvitationLink = defineStore('invitation-link', () => {
  const token = ref<string>();
  return { token };
});
