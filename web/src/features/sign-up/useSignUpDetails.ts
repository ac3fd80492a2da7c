import { signUpRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { checkName, checkNewPassword } from '../identity/check-fields';
import { useGoOn, useSession } from '../session';
import { useSignUp } from './sign-up-store';

/** 'Create': the name and a new password make the user. */
export function useSignUpDetails() {
  const client = useClient();
  const session = useSession();
  const signUp = useSignUp();
  const goOn = useGoOn();

  return useForm({
    values: { firstName: '', lastName: '', password: '', passwordConfirmation: '' },
    texts: 'signUp.errors',
    check: (values) => ({
      firstName: checkName(values.firstName),
      lastName: checkName(values.lastName),
      ...checkNewPassword(values),
    }),
    submit: async (values) => {
      session.update(await client.call(signUpRoutes.complete, { body: { ...values } }));
      signUp.clear();
      await goOn();
    },
  });
}
