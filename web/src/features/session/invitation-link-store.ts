import { defineStore } from 'pinia';
import { keptInTab } from './kept-in-tab';

/**
 * The token of e-mail 2, until it is used or refused or somebody signs out. It is kept for this tab, because a reload
 * must go on where it was and the address no longer holds it (build/adr/0010).
 */
export const useInvitationLink = defineStore('invitation-link', () => {
  const token = keptInTab('cso-invitation-link');
  return { token };
});
