import { signInRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { checkEmail } from '../identity/check-fields';
import { useOpenChallenge } from '../identity/challenge-store';
import { useGoOn, useSession } from '../session';

/** E-mail address and password. Nothing tells which of them was wrong (security-rules 5.9). */
export function useSignIn() {
  const client = useClient();
  const session = useSession();
  const goOn = useGoOn();
  const open = useOpenChallenge();

  const form = useForm({
    values: { email: '', password: '' },
    texts: 'signIn.errors',
    check: ({ email, password }) => ({
      email: checkEmail(email),
      password: password ? undefined : 'REQUIRED',
    }),
    submit: async ({ email, password }) => {
      session.update(await client.call(signInRoutes.signIn, { body: { email: email.trim(), password } }));
      open.challenge = undefined;
      await goOn();
    },
  });
  return form;
}
