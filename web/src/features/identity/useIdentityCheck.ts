import { challengeRoutes, signInRoutes, type Challenge, type PhoneChannel } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { storeToRefs } from 'pinia';
import { computed, watch, type Ref } from 'vue';
import { useGoOn, useSession } from '../session';
import { useOpenChallenge } from './challenge-store';
import { BLAME_CODE, checkCode } from './check-fields';
import { useChallengePolling } from './useChallengePolling';
import { useLockedAccount } from './useLockedAccount';

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

/** What the phone's own keys have decided: # leaves the person nothing to do, 1 nothing that they could do. */
function followKeys(
  challenge: Ref<Challenge | undefined>,
  { onConfirmed, onDenied }: { onConfirmed: () => unknown; onDenied: () => unknown },
): void {
  watch(
    () => challenge.value?.state,
    (state) => {
      if (state === 'confirmed') onConfirmed();
      if (state === 'denied') onDenied();
    },
  );
}

/** 'Confirm your identity': send a code or call, then prove that it arrived. */
export function useIdentityCheck() {
  const client = useClient();
  const session = useSession();
  const open = useOpenChallenge();
  const { challenge } = storeToRefs(open);
  void open.resume();
  const prove = useProof(challenge);
  const locked = useLockedAccount();

  const form = useForm({
    values: { code: '' },
    texts: 'identity.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: BLAME_CODE,
    submit: ({ code }) => locked.orLeave(() => prove(code)),
  });

  const replace = (send: () => Promise<Challenge>) =>
    form.attempt(() =>
      locked.orLeave(async () => {
        challenge.value = await send();
        form.values.code = '';
      }),
    );
  const start = (channel: PhoneChannel) =>
    replace(() => client.call(signInRoutes.sendCode, { body: { channel } }));
  const resend = ({ id }: Challenge, channel: PhoneChannel) =>
    replace(() => client.call(challengeRoutes.resend, { params: { id }, body: { channel } }));

  useChallengePolling(challenge);
  followKeys(challenge, {
    onConfirmed: () => form.attempt(() => locked.orLeave(() => prove())),
    onDenied: locked.leave,
  });
  const canText = computed(() => session.session?.phoneCheck?.canText ?? true);
  return { challenge, form, canText, start, resend };
}
