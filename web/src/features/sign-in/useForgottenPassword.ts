import { signInRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useRoute, useRouter } from 'vue-router';
import { BLAME_CODE, checkCode, checkEmail, checkNewPassword } from '../identity/check-fields';
import { usePasswordReset } from './password-reset-store';

/** Asks for a code by e-mail; the answer is the same for every address. */
export function useRequestReset() {
  const client = useClient();
  const route = useRoute();
  const router = useRouter();
  const reset = usePasswordReset();

  return useForm({
    values: { email: '' },
    texts: 'signIn.errors',
    check: ({ email }) => ({ email: checkEmail(email) }),
    submit: async ({ email }) => {
      await client.call(signInRoutes.requestReset, { body: { email: email.trim() } });
      reset.start(email.trim());
      await router.push({ name: 'new-password', query: route.query });
    },
  });
}

/** The code and a new password. The phone is still checked at the next sign-in. */
export function useResetPassword() {
  const client = useClient();
  const route = useRoute();
  const router = useRouter();
  const reset = usePasswordReset();

  const form = useForm({
    values: { code: '', password: '', passwordConfirmation: '' },
    texts: 'signIn.resetErrors',
    check: (values) => ({ code: checkCode(values.code), ...checkNewPassword(values) }),
    blame: BLAME_CODE,
    submit: async (values) => {
      await client.call(signInRoutes.resetPassword, { body: { ...values } });
      reset.finish();
      await router.push({ name: 'sign-in', query: { ...route.query, because: 'new-password' } });
    },
  });
  const resend = () =>
    form.attempt(async () => {
      await client.call(signInRoutes.resendReset);
      form.values.code = '';
    });
  return { form, resend };
}
