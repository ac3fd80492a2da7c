import { signUpRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useRouter } from 'vue-router';
import { checkEmail } from '../identity/check-fields';
import { useSignUp } from './sign-up-store';

/** Never filled in beforehand: a forwarded link would show somebody else's address. */
export function useSignUpEmail() {
  const client = useClient();
  const router = useRouter();
  const signUp = useSignUp();

  return useForm({
    values: { email: '' },
    texts: 'signUp.errors',
    check: ({ email }) => ({ email: checkEmail(email) }),
    submit: async ({ email }) => {
      const { resendAfterMs } = await client.call(signUpRoutes.start, { body: { email: email.trim() } });
      signUp.start(email.trim(), resendAfterMs);
      await router.push({ name: 'sign-up-code' });
    },
  });
}
