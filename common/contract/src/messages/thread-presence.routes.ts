import { z } from 'zod';
import { route } from '../http/route.js';
import { Id, IdParams, listOf } from '../http/values.js';

/** Who else has the thread open. */
export const PresentWorkers = listOf(z.object({ workerId: Id, workerName: z.string() }));
export type PresentWorkers = z.infer<typeof PresentWorkers>;

const presence = { path: '/api/threads/:id/presence', params: IdParams } as const;

/** Two workers who have one thread open know of each other before they answer (domain 8.5 'Two workers reply'). */
export const threadPresenceRoutes = {
  attend: route({
    ...presence,
    operationId: 'attendThread',
    method: 'PUT',
    summary: 'The worker has the thread open, for the next 90 seconds; gives who else has.',
    reply: PresentWorkers,
  }),
  leave: route({
    ...presence,
    operationId: 'leaveThread',
    method: 'DELETE',
    summary: 'The worker has closed the thread.',
  }),
};
