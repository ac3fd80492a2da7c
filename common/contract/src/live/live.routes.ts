import { route } from '../http/route.js';
import { LiveEvent } from './live.schemas.js';

/**
 * Server-sent events. The stream is passive: it never keeps a session alive, and it ends with the session. A client
 * that lost it goes on with the header Last-Event-ID.
 */
export const liveRoutes = {
  stream: route({
    operationId: 'streamEvents',
    method: 'GET',
    path: '/api/events',
    summary: 'Tells carers and workers that something changed for them (text/event-stream of LiveEvent).',
    reply: LiveEvent,
    isStream: true,
  }),
};
