import { route } from '../http/route.js';
import { DeliveryReport, VoiceEvent } from './gateway.schemas.js';

/**
 * What gateways call. Both need the headers `X-Timestamp` (unix seconds, at most 60 s off) and `X-Signature`
 * (hex HMAC-SHA-256 of `timestamp.body` under VOICE_WEBHOOK_SECRET); each report counts once (security-rules 5.6).
 */
export const gatewayRoutes = {
  reportDelivery: route({
    operationId: 'reportDelivery',
    method: 'POST',
    path: '/api/gateways/deliveries',
    summary: 'What became of a mail or a text.',
    body: DeliveryReport,
  }),
  reportVoiceEvent: route({
    operationId: 'reportVoiceEvent',
    method: 'POST',
    path: '/api/gateways/voice/events',
    summary: 'A call was answered, ended, or a key was pressed.',
    body: VoiceEvent,
  }),
};
