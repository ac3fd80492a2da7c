import { signInRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useRoute, useRouter } from 'vue-router';
import { BLAME_CODE, checkCode, checkEmail, checkNewPassword } from '../identity/check-fields';
import { useSession } from '../session';
import { usePasswordReset } from './password-reset-store';

function useSendResetCode() {
  const client = useClient();
  const reset = usePasswordReset();

  return async (email: string): Promise<void> => {
    const { resendAfterMs } = await client.call(signInRoutes.requestReset, { body: { email } });
    Object.assign(reset, { email, resendAfterMs });
  };
}

/** Asks for a code by e-mail; the answer is the same for every address. */
export function useRequestReset() {
  const route = useRoute();
  const router = useRouter();
  const sendCode = useSendResetCode();

  return useForm({
    values: { email: '' },
    texts: 'signIn.errors',
    check: ({ email }) => ({ email: checkEmail(email) }),
    submit: async ({ email }) => {
      await sendCode(email.trim());
      await router.push({ name: 'new-password', query: route.query });
    },
  });
}

/** The code and a new password. The phone is still checked at the next sign-in. */
export function useResetPassword() {
  const client = useClient();
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const reset = usePasswordReset();
  const sendCode = useSendResetCode();

  const form = useForm({
    values: { code: '', password: '', passwordConfirmation: '' },
    texts: 'signIn.resetErrors',
    check: (values) => ({ code: checkCode(values.code), ...checkNewPassword(values) }),
    blame: BLAME_CODE,
    submit: async (values) => {
      await client.call(signInRoutes.resetPassword, { body: { ...values } });
      reset.email = undefined;
      session.forget();
      await router.push({ name: 'sign-in', query: { ...route.query, because: 'new-password' } });
    },
  });
  const resend = () => form.attempt(async () => reset.email && sendCode(reset.email));
  return { form, resend };
}
