import { ApiError } from '@cso/client';
import { signInRoutes, type CarerSession } from '@cso/contract';
import { useClient } from '@cso/ui';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { stepOf, type Step } from './steps';

const SIGNED_OUT: CarerSession = { stage: 'signed_out' };

/** How far this person's sign-in has come, as the server last said. It is asked once; later replies bring the news. */
export const useSession = defineStore('session', () => {
  const client = useClient();
  const session = ref<CarerSession>();
  let firstAnswer: Promise<CarerSession> | undefined;

  /** Asks the server. Throws what the client throws. */
  async function refresh(): Promise<CarerSession> {
    const newest = await client.call(signInRoutes.getSession, { isPassive: true });
    session.value = newest;
    return newest;
  }

  async function fetchFirst(): Promise<CarerSession> {
    try {
      return await refresh();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'NOT_SIGNED_IN') throw error;
      return (session.value = SIGNED_OUT);
    }
  }

  /** The step of the newest answer. A failure is not kept: the next move asks again. */
  async function load(): Promise<Step> {
    if (session.value) return stepOf(session.value);
    firstAnswer ??= fetchFirst().finally(() => (firstAnswer = undefined));
    return stepOf(await firstAnswer);
  }

  function update(newest: CarerSession): void {
    session.value = newest;
  }

  function forget(): void {
    session.value = SIGNED_OUT;
  }

  const step = computed<Step>(() => stepOf(session.value ?? SIGNED_OUT));
  const isSignedIn = computed(() => step.value === 'signed_in');
  return { session, step, isSignedIn, load, refresh, update, forget };
});
