import { challengeRoutes, signInRoutes, type PhoneChannel } from '@cso/contract';
import { useClient } from '@cso/ui';
import { storeToRefs } from 'pinia';
import { computed, watch } from 'vue';
import { useFormWithWait, useGoOn, useSession } from '../session';
import { useOpenChallenge } from './challenge-store';
import { CODE_REFUSALS, checkCode } from './check-fields';
import { useChallengePolling } from './useChallengePolling';

/** 'Confirm your identity': send a code or call, then prove that it arrived. */
export function useIdentityCheck() {
  const client = useClient();
  const session = useSession();
  const goOn = useGoOn();
  const { challenge } = storeToRefs(useOpenChallenge());

  const form = useFormWithWait({
    values: { code: '' },
    texts: 'identity.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: { field: 'code', codes: CODE_REFUSALS },
    submit: ({ code }) => prove(code),
  });

  async function prove(code?: string): Promise<void> {
    if (!challenge.value) return;
    const { id } = challenge.value;
    const wasSecondCheck = session.step === 'phone_verify';
    session.update(await client.call(challengeRoutes.verify, { params: { id }, body: { code } }));
    challenge.value = undefined;
    form.values.code = '';
    await goOn(wasSecondCheck);
  }

  const start = (channel: PhoneChannel) =>
    form.attempt(async () => {
      challenge.value = await client.call(signInRoutes.sendCode, { body: { channel } });
    });

  const resend = (channel: PhoneChannel) =>
    form.attempt(async () => {
      if (!challenge.value) return;
      const { id } = challenge.value;
      challenge.value = await client.call(challengeRoutes.resend, { params: { id }, body: { channel } });
      form.values.code = '';
    });

  useChallengePolling(challenge);
  // The # key has confirmed the call: nothing is left for the person to do.
  watch(
    () => challenge.value?.state === 'confirmed',
    (isConfirmed) => isConfirmed && form.attempt(() => prove()),
  );

  const canText = computed(() => session.session?.phoneCheck?.canText ?? true);
  return { challenge, form, canText, start, resend };
}
