import { randomBytes } from 'node:crypto';
import type { Settings } from '../config/settings.js';

/** The key under which gateways sign what they report (VOICE_WEBHOOK_SECRET). */
export class WebhookSecret {
  constructor(readonly value: string) {}
}

/** The demo's carrier lives in this process, so a key of this process's own will do there. */
export function webhookSecret({ mode, voiceWebhookSecret }: Settings): WebhookSecret {
  if (voiceWebhookSecret !== undefined) return new WebhookSecret(voiceWebhookSecret);
  if (mode !== 'demo') throw new Error('VOICE_WEBHOOK_SECRET is needed in production');
  return new WebhookSecret(randomBytes(32).toString('hex'));
}
