import { signUpRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { ref } from 'vue';
import { CODE_REFUSALS, checkCode } from '../identity/check-fields';
import { useFormWithWait } from '../session';
import { useSignUp } from './sign-up-store';

/** Proves the e-mail address with the code that was sent to it (security-rules 5.3). */
export function useSignUpCode() {
  const client = useClient();
  const signUp = useSignUp();
  const sends = ref(0);

  const form = useFormWithWait({
    values: { code: '' },
    texts: 'signUp.errors',
    check: ({ code }) => ({ code: checkCode(code) }),
    blame: { field: 'code', codes: CODE_REFUSALS },
    submit: async ({ code }) => {
      await client.call(signUpRoutes.verifyEmail, { body: { code } });
      signUp.isEmailVerified = true;
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
