import type { Permission, WorkerSession, WorkerSignedIn } from '@cso/contract';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

/** Why the last session ended, for the words above the sign-in form. */
export type SessionEnding = 'expired' | 'locked' | 'signed_out' | 'password_changed';

/** Who is signed in. The token lives in this store alone, so it is gone with the window. */
export const useWorkerSession = defineStore('worker-session', () => {
  const token = ref<string | null>(null);
  const session = ref<WorkerSession>({ stage: 'signed_out' });
  const ending = ref<SessionEnding | null>(null);
  /** The place the worker was turned away from, shown again after signing in. */
  const returnTo = ref<string | null>(null);

  const stage = computed(() => session.value.stage);
  const isSignedIn = computed(() => stage.value === 'signed_in');
  const worker = computed(() => session.value.worker);
  const times = computed(() => session.value.times);
  const may = (permission: Permission): boolean => worker.value?.permissions.includes(permission) ?? false;

  function adopt(next: WorkerSignedIn): void {
    token.value = next.token;
    session.value = next.session;
    ending.value = null;
  }

  /** Each step of a sign-in or reset has a token of its own and voids the last. */
  function adoptReset(resetToken: string): void {
    token.value = resetToken;
    session.value = { stage: 'resetting_password' };
    ending.value = null;
  }

  function end(why: SessionEnding | null): void {
    token.value = null;
    session.value = { stage: 'signed_out' };
    ending.value = why;
  }

  return { token, stage, isSignedIn, worker, times, ending, returnTo, may, adopt, adoptReset, end };
});
