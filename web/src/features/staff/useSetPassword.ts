import { ApiError } from '@cso/client';
import { workerSignInRoutes } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { ref } from 'vue';
import { checkNewPassword } from '../identity/check-fields';
import { takeFragment } from '../session';

/** The first password of a worker, by the link of `worker add`. It signs nobody in: workers do that in their own app. */
export function useSetPassword() {
  const client = useClient();
  const token = takeFragment();
  const state = ref<'asking' | 'done' | 'dead'>(token ? 'asking' : 'dead');

  const form = useForm({
    values: { password: '', passwordConfirmation: '' },
    texts: 'staff.errors',
    check: checkNewPassword,
    submit: async (values) => {
      try {
        await client.call(workerSignInRoutes.setPassword, { body: { ...values, token } });
        state.value = 'done';
      } catch (error) {
        if (!isDeadLink(error)) throw error;
        state.value = 'dead';
      }
    },
  });
  return { form, state };
}

/** Used, too old, never issued, or not even whole: to the worker it is one and the same. */
const isDeadLink = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'LINK_NOT_USABLE' || error.fields['token'] !== undefined);
