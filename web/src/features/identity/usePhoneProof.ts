import type { Challenge, PhoneChannel } from '@cso/contract';
import { useForm } from '@cso/ui';
import { watch, type Ref } from 'vue';
import { BLAME_CODE, checkCode } from './check-fields';
import { useChallengePolling } from './useChallengePolling';

interface PhoneProofOptions {
  challenge: Ref<Challenge | undefined>;
  /** Sends a text or calls; also once more, while one is in flight. */
  send: (channel: PhoneChannel) => Promise<Challenge>;
  /** Gives the code of a text, or finishes a call that # has confirmed. */
  prove: (challenge: Challenge, code?: string) => Promise<unknown>;
  /** The person called pressed 1: this was not me. */
  onDenied?: () => unknown;
  /** Around every call of the service, to deal with a refusal before the form shows it. */
  around?: (act: () => Promise<unknown>) => Promise<unknown>;
}

/** What the phone's own keys have decided: # leaves the person nothing to do, 1 nothing that they could do. */
function followKeys(
  challenge: Ref<Challenge | undefined>,
  { onConfirmed, onDenied }: { onConfirmed: () => unknown; onDenied?: (() => unknown) | undefined },
): void {
  watch(
    () => challenge.value?.state,
    (state) => {
      if (state === 'confirmed') onConfirmed();
      if (state === 'denied') onDenied?.();
    },
  );
}

/** Proves that a phone is the person's own: send a code or call, follow it, then say that it arrived. */
export function usePhoneProof({
  challenge,
  send,
  prove,
  onDenied,
  around = (act) => act(),
}: PhoneProofOptions) {
  const proveOpen = (code?: string) =>
    around(async () => void (challenge.value && (await prove(challenge.value, code))));

  const form = useForm({
    values: { code: '' },
    texts: 'identity.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: BLAME_CODE,
    submit: ({ code }) => proveOpen(code),
  });
  const start = (channel: PhoneChannel) =>
    form.attempt(() =>
      around(async () => {
        challenge.value = await send(channel);
        form.values.code = '';
      }),
    );

  useChallengePolling(challenge);
  followKeys(challenge, { onConfirmed: () => form.attempt(() => proveOpen()), onDenied });
  return { challenge, form, start };
}
