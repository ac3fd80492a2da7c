import { useRoute, useRouter } from 'vue-router';
import { useInvitationLink } from './invitation-link-store';
import { returnPathOf } from './return-path';
import { useSession } from './session-store';
import { pageFor } from './steps';

/** Moves to the page of the step that has just been reached. Who came with an invitation goes to Account Setup. */
export function useGoOn(): (isFirstSetUp?: boolean) => Promise<unknown> {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const link = useInvitationLink();

  return (isFirstSetUp = false) => {
    const setUp = link.token || isFirstSetUp ? router.resolve({ name: 'account-setup' }).path : undefined;
    return router.push(pageFor(session.step, setUp ?? returnPathOf(route)));
  };
}
