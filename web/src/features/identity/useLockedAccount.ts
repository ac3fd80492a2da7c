import { ApiError } from '@cso/client';
import { useGoOn, useSession } from '../session';

/** Without a time to wait, only a worker can lift the lock. */
const needsWorker = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'STEP_LOCKED' && error.retryAfterMs === null;

/** Another code or call cannot help once only a worker can unlock the account: another page says whom to ring. */
export function useLockedAccount() {
  const session = useSession();
  const goOn = useGoOn();

  async function leave(): Promise<void> {
    if (session.session) session.update({ ...session.session, needsUnlock: true });
    await goOn();
  }

  async function orLeave(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!needsWorker(error)) throw error;
      await leave();
    }
  }
  return { leave, orLeave };
}
