import { signUpRoutes, type PhoneChannel } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useRouter } from 'vue-router';
import { useSession } from '../session';
import { useOpenChallenge } from './challenge-store';
import { useLockedAccount } from './useLockedAccount';

/** The number that codes go to from now on (security-rules 5.5). The server decides what is a number. */
export function usePhoneEnrolment() {
  const client = useClient();
  const router = useRouter();
  const session = useSession();
  const open = useOpenChallenge();
  const locked = useLockedAccount();

  const form = useForm({
    values: { country: 'GB', number: '', channel: 'text' as PhoneChannel },
    texts: 'identity.phoneErrors',
    check: ({ number }) => ({ number: number.trim() ? undefined : 'REQUIRED' }),
    submit: (values) =>
      locked.orLeave(async () => {
        open.challenge = await client.call(signUpRoutes.enrolPhone, { body: { ...values } });
        await session.refresh();
        await router.push({ name: 'confirm-identity' });
      }),
  });

  /** 'Call Me'; the form itself is 'Send Code'. */
  async function enrolByCall(): Promise<void> {
    form.values.channel = 'call';
    await form.submit();
    form.values.channel = 'text';
  }
  return { form, enrolByCall };
}
