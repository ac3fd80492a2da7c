import { z } from 'zod';
import { route } from '../http/route.js';
import { IdParams, ShortText } from '../http/values.js';

const Reason = z.strictObject({ reason: ShortText });

/** What a worker does for a carer who cannot sign in; each with a reason, each audited. `id` is the user's. */
export const supportRoutes = {
  clearLocks: route({
    operationId: 'clearLocks',
    method: 'POST',
    path: '/api/users/:id/clear-locks',
    summary: 'Lets a locked-out carer try again.',
    params: IdParams,
    body: Reason,
  }),
  clearPhone: route({
    operationId: 'clearPhone',
    method: 'POST',
    path: '/api/users/:id/clear-phone',
    summary: 'Forgets the phone number, so that the carer gives a new one at the next sign-in.',
    params: IdParams,
    body: Reason,
  }),
  resumeMail: route({
    operationId: 'resumeMail',
    method: 'POST',
    path: '/api/users/:id/resume-mail',
    summary: 'Sends mail to the carer again after it came back, with what has waited.',
    params: IdParams,
    body: Reason,
  }),
  endUserSessions: route({
    operationId: 'endUserSessions',
    method: 'POST',
    path: '/api/users/:id/end-sessions',
    summary: 'Signs the carer out everywhere.',
    params: IdParams,
    body: Reason,
  }),
};
