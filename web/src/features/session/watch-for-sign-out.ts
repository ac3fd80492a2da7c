import { ApiError, type Client } from '@cso/client';

/** Operations that say themselves, to who asked, that the session is over. */
const TELLS_ITSELF = ['getSession', 'recordActivity', 'signOut'];

/** A client that also calls `leave` when any operation finds the session gone. */
export function watchForSignOut(client: Client, leave: () => void): Client {
  return {
    ...client,
    async call(route, ...call) {
      try {
        return await client.call(route, ...call);
      } catch (error) {
        const isSignedOut = error instanceof ApiError && error.code === 'NOT_SIGNED_IN';
        if (isSignedOut && !TELLS_ITSELF.includes(route.operationId)) leave();
        throw error;
      }
    },
  };
}
