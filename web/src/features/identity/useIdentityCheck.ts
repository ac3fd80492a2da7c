import { challengeRoutes, signInRoutes, type Challenge, type PhoneChannel } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { storeToRefs } from 'pinia';
import { computed, watch, type Ref } from 'vue';
import { useGoOn, useSession } from '../session';
import { useOpenChallenge } from './challenge-store';
import { BLAME_CODE, checkCode } from './check-fields';
import { useChallengePolling } from './useChallengePolling';

/** Proves that the text or call arrived; then moves on. */
function useProof(challenge: Ref<Challenge | undefined>) {
  const client = useClient();
  const session = useSession();
  const goOn = useGoOn();

  return async (code?: string): Promise<void> => {
    if (!challenge.value) return;
    const { id } = challenge.value;
    const wasSecondCheck = session.step === 'phone_verify';
    session.update(await client.call(challengeRoutes.verify, { params: { id }, body: { code } }));
    challenge.value = undefined;
    await goOn(wasSecondCheck);
  };
}

/** 'Confirm your identity': send a code or call, then prove that it arrived. */
export function useIdentityCheck() {
  const client = useClient();
  const session = useSession();
  const open = useOpenChallenge();
  const { challenge } = storeToRefs(open);
  void open.resume();
  const prove = useProof(challenge);

  const form = useForm({
    values: { code: '' },
    texts: 'identity.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: BLAME_CODE,
    submit: ({ code }) => prove(code),
  });

  const start = (channel: PhoneChannel) =>
    form.attempt(async () => {
      challenge.value = await client.call(signInRoutes.sendCode, { body: { channel } });
      form.values.code = '';
    });

  const resend = ({ id }: Challenge, channel: PhoneChannel) =>
    form.attempt(async () => {
      challenge.value = await client.call(challengeRoutes.resend, { params: { id }, body: { channel } });
      form.values.code = '';
    });

  useChallengePolling(challenge);
  // The # key has confirmed the call: nothing is left for the person to do.
  const isConfirmed = computed(() => challenge.value?.state === 'confirmed');
  watch(isConfirmed, (isNow) => isNow && form.attempt(() => prove()));
  const canText = computed(() => session.session?.phoneCheck?.canText ?? true);
  return { challenge, form, canText, start, resend };
}
