import { signUpRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { ref } from 'vue';
import { BLAME_CODE, checkCode } from '../identity/check-fields';
import { useSignUp } from './sign-up-store';

/** Proves the e-mail address with the code that was sent to it (security-rules 5.3). */
export function useSignUpCode() {
  const client = useClient();
  const signUp = useSignUp();
  const sends = ref(0);

  const form = useForm({
    values: { code: '' },
    texts: 'signUp.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: BLAME_CODE,
    submit: async ({ code }) => {
      await client.call(signUpRoutes.verifyEmail, { body: { code } });
      signUp.confirmEmail();
    },
  });

  const resend = () =>
    form.attempt(async () => {
      const { resendAfterMs } = await client.call(signUpRoutes.resendCode);
      signUp.resendAfterMs = resendAfterMs;
      form.values.code = '';
      sends.value += 1;
    });
  return { form, resend, sends };
}
