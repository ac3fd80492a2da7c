import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { Challenge, ChooseChannel, VerifyChallenge } from './challenge.schemas.js';
import { CarerSession } from './session.schemas.js';

export const challengeRoutes = {
  get: route({
    operationId: 'getChallenge',
    method: 'GET',
    path: '/api/challenges/:id',
    summary: 'Where a text or call stands. Never extends the session.',
    params: IdParams,
    reply: Challenge,
  }),
  verify: route({
    operationId: 'verifyChallenge',
    method: 'POST',
    path: '/api/challenges/:id/verify',
    summary: 'Give the code of a text, or finish a call that # has confirmed.',
    params: IdParams,
    body: VerifyChallenge,
    reply: CarerSession,
  }),
  resend: route({
    operationId: 'resendChallenge',
    method: 'POST',
    path: '/api/challenges/:id/resend',
    summary: 'Send a new code or call again; the old one is void.',
    params: IdParams,
    body: ChooseChannel,
    reply: Challenge,
  }),
};
