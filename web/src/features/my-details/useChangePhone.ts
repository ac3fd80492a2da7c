import { ApiError } from '@cso/client';
import { mySignInRoutes, type Challenge, type PhoneChannel } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { storeToRefs } from 'pinia';
import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { useOpenChallenge } from '../identity/challenge-store';
import { usePhoneProof } from '../identity/usePhoneProof';
import { useSession } from '../session';

/** The phone in use must be proven first; the service says when that was too long ago (security-rules 5.5). */
function useOldPhone(onProven: () => void) {
  const client = useClient();
  const session = useSession();
  const open = useOpenChallenge();
  const { challenge } = storeToRefs(open);
  void open.resume();

  const proof = usePhoneProof({
    challenge,
    send: (channel) => client.call(mySignInRoutes.sendStepUpCode, { body: { channel } }),
    prove: async ({ id }, code) => {
      await client.call(mySignInRoutes.verifyStepUp, { params: { id }, body: { code } });
      challenge.value = undefined;
      onProven();
    },
  });
  return { ...proof, canText: computed(() => session.session?.canText ?? true) };
}

/** The new number: given, then proven. It is kept nowhere before that, so it is sent again with the proof. */
function useNewPhone(around: (act: () => Promise<unknown>) => Promise<unknown>) {
  const client = useClient();
  const router = useRouter();
  const cache = useQueryCache();
  const session = useSession();
  const challenge = ref<Challenge>();

  const send = (channel: PhoneChannel): Promise<Challenge> =>
    client.call(mySignInRoutes.changePhone, { body: { ...form.values, channel } });

  const form = useForm({
    values: { country: 'GB', number: '' },
    texts: 'identity.phoneErrors',
    check: ({ number }) => ({ number: number.trim() ? undefined : 'REQUIRED' }),
    submit: () => begin('text'),
  });
  const begin = (channel: PhoneChannel) => around(async () => void (challenge.value = await send(channel)));
  /** 'Call Me'; the form itself is 'Send Code'. */
  const beginByCall = () => form.attempt(() => begin('call'));

  const proof = usePhoneProof({
    challenge,
    send,
    prove: async ({ id: challengeId }, code) => {
      await client.call(mySignInRoutes.confirmPhone, { body: { ...form.values, challengeId, code } });
      await Promise.all([session.refresh(), cache.invalidateQueries({ key: ['my-sign-in'] })]);
      await router.push({ name: 'my-details', query: { done: 'phone' } });
    },
    around,
  });
  return { form, beginByCall, proof };
}

/** 'Change your phone number': the phone in use proves who it is, then the new one that it is theirs. */
export function useChangePhone() {
  const isProven = ref(false);
  const isTooLate = ref(false);

  function goOn(): void {
    isProven.value = true;
    isTooLate.value = false;
  }

  /** Too long ago: the number that was typed stays, and the phone in use is proven anew. */
  async function orProveAgain(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'STEP_UP_NEEDED') throw error;
      next.proof.challenge.value = undefined;
      isProven.value = false;
      isTooLate.value = true;
    }
  }

  const old = useOldPhone(goOn);
  const next = useNewPhone(orProveAgain);
  const isDenied = computed(() =>
    [old.challenge, next.proof.challenge].some(({ value }) => value?.state === 'denied'),
  );
  return { old, next, isProven, isTooLate, isDenied };
}
