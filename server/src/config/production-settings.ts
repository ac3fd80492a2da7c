import type { Settings } from './settings.js';

/** One setting that stops the boot, and why. */
export interface SettingProblem {
  readonly setting: string;
  readonly reason: string;
}

/** What production refuses: anything of the demo, anything readable on the wire, anything that cannot send. */
export function production(settings: Settings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const need = (isMet: boolean, setting: string, reason: string) => {
    if (!isMet) problems.push({ setting, reason });
  };
  need(
    settings.publicOrigin.startsWith('https://'),
    'PUBLIC_ORIGIN',
    'must be an https origin in production',
  );
  need(settings.smtpUrl !== undefined, 'SMTP_URL', 'is needed in production');
  need(settings.mailFrom !== 'no-reply@localhost', 'MAIL_FROM', 'is needed in production');
  need(settings.textGatewayUrl !== undefined, 'TEXT_GATEWAY_URL', 'is needed in production');
  need(settings.textGatewayToken !== undefined, 'TEXT_GATEWAY_TOKEN', 'is needed in production');
  need(settings.voiceGatewayUrl !== undefined, 'VOICE_GATEWAY_URL', 'is needed in production');
  need(settings.voiceGatewayToken !== undefined, 'VOICE_GATEWAY_TOKEN', 'is needed in production');
  need(settings.voiceWebhookSecret !== undefined, 'VOICE_WEBHOOK_SECRET', 'is needed in production');
  return problems;
}
