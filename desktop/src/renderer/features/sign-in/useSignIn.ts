import {
  signInRoutes,
  workerSignInRoutes,
  type ConfirmTotp,
  type ResetPassword,
  type SetWorkerPassword,
  type TotpConfirmed,
  type TotpEnrolment,
  type WorkerSignIn,
} from '@cso/contract';
import { useClient } from '@cso/ui';
import { useWorkerSession } from '../../app/session/worker-session';

/** The steps of a worker's sign-in. Each answers with how far the worker has come, and that decides the screen. */
export function useSignIn() {
  const client = useClient();
  const session = useWorkerSession();
  const steps = workerSignInRoutes;

  return {
    signIn: async (body: WorkerSignIn) => session.adopt(await client.call(steps.signIn, { body })),
    verifyTotp: async (code: string) =>
      session.adopt(await client.call(steps.verifyTotp, { body: { code } })),
    redeemRecoveryCode: async (code: string) =>
      session.adopt(await client.call(steps.useRecoveryCode, { body: { code } })),
    startEnrolment: (): Promise<TotpEnrolment> => client.call(steps.enrolTotp),
    /** Not yet adopted: the recovery codes are shown first, and once only. */
    confirmEnrolment: (body: ConfirmTotp): Promise<TotpConfirmed> => client.call(steps.confirmTotp, { body }),
    finishEnrolment: (confirmed: TotpConfirmed) => session.adopt(confirmed),
    startAgain: () => session.end(null),
  };
}

/** Ways to a password without the old one. */
export function useNewPassword() {
  const client = useClient();
  const session = useWorkerSession();

  return {
    requestReset: async (email: string) => {
      const { token } = await client.call(workerSignInRoutes.requestReset, { body: { email } });
      session.adoptReset(token);
    },
    resetPassword: async (body: ResetPassword) => {
      await client.call(signInRoutes.resetPassword, { body });
      session.end('password_changed');
    },
    setFirstPassword: async (body: SetWorkerPassword) => {
      await client.call(workerSignInRoutes.setPassword, { body });
      session.end('password_changed');
    },
  };
}
