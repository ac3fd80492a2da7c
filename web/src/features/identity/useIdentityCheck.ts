import { challengeRoutes, signInRoutes, type Challenge, type PhoneChannel } from '@cso/contract';
import { useClient } from '@cso/ui';
import { storeToRefs } from 'pinia';
import { computed } from 'vue';
import { useGoOn, useSession } from '../session';
import { useOpenChallenge } from './challenge-store';
import { useLockedAccount } from './useLockedAccount';
import { usePhoneProof } from './usePhoneProof';

/** 'Confirm your identity' on the way to being signed in. */
export function useIdentityCheck() {
  const client = useClient();
  const session = useSession();
  const goOn = useGoOn();
  const open = useOpenChallenge();
  const { challenge } = storeToRefs(open);
  void open.resume();
  const locked = useLockedAccount();

  const send = (channel: PhoneChannel): Promise<Challenge> =>
    challenge.value
      ? client.call(challengeRoutes.resend, { params: { id: challenge.value.id }, body: { channel } })
      : client.call(signInRoutes.sendCode, { body: { channel } });

  async function prove({ id }: Challenge, code?: string): Promise<void> {
    const wasSecondCheck = session.step === 'phone_verify';
    session.update(await client.call(challengeRoutes.verify, { params: { id }, body: { code } }));
    challenge.value = undefined;
    await goOn(wasSecondCheck);
  }

  const proof = usePhoneProof({ challenge, send, prove, onDenied: locked.leave, around: locked.orLeave });
  const canText = computed(() => session.session?.phoneCheck?.canText ?? true);
  return { ...proof, canText };
}
