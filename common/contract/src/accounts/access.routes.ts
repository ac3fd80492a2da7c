import { z } from 'zod';
import { route } from '../http/route.js';
import { Id, IdParams } from '../http/values.js';
import {
  Access,
  AccessList,
  ActivateAccess,
  ActivationList,
  ActivationOutcome,
  ChangeAccess,
  RefuseActivation,
} from './access.schemas.js';

export const accessRoutes = {
  listActivations: route({
    operationId: 'listActivations',
    method: 'GET',
    path: '/api/activations',
    summary: 'What carers have accepted and a worker must approve, longest wait first.',
    reply: ActivationList,
  }),
  activate: route({
    operationId: 'activateAccess',
    method: 'POST',
    path: '/api/activations/:id/activate',
    summary: 'Approve activation: sends e-mail 3. `id` is the invitation’s.',
    params: IdParams,
    body: ActivateAccess,
    reply: ActivationOutcome,
    isIdempotent: true,
  }),
  refuse: route({
    operationId: 'refuseActivation',
    method: 'POST',
    path: '/api/activations/:id/refuse',
    summary: 'Refuses the names with a reason and closes their offer.',
    params: IdParams,
    body: RefuseActivation,
  }),
  list: route({
    operationId: 'listAccess',
    method: 'GET',
    path: '/api/access',
    summary: 'Who holds which account: by account or by carer.',
    query: z.strictObject({ accountId: Id.optional(), carerId: Id.optional() }),
    reply: AccessList,
  }),
  end: route({
    operationId: 'endAccess',
    method: 'POST',
    path: '/api/access/:id/end',
    summary: 'Ends the access now; the next request is refused.',
    params: IdParams,
    body: ChangeAccess,
    reply: Access,
  }),
  suspend: route({
    operationId: 'suspendAccess',
    method: 'POST',
    path: '/api/access/:id/suspend',
    summary: 'Stops the access until it is resumed.',
    params: IdParams,
    body: ChangeAccess,
    reply: Access,
  }),
  resume: route({
    operationId: 'resumeAccess',
    method: 'POST',
    path: '/api/access/:id/resume',
    summary: 'Gives a suspended access back.',
    params: IdParams,
    body: ChangeAccess,
    reply: Access,
  }),
};
