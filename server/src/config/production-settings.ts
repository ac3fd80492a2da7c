import { isLoopback } from './loopback.js';
import type { Settings } from './settings.js';

/** One setting that stops the boot, and why. */
export interface SettingProblem {
  readonly setting: string;
  readonly reason: string;
}

/** What production refuses: anything of the demo, anything readable on the wire, anything that cannot send. */
export function production(settings: Settings, isDatabaseNamed: boolean): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const need = (isMet: boolean, setting: string, reason: string) => {
    if (!isMet) problems.push({ setting, reason });
  };
  need(
    settings.publicOrigin.startsWith('https://'),
    'PUBLIC_ORIGIN',
    'must be an https origin in production',
  );
  need(
    isDatabaseNamed,
    'DATABASE_URL',
    'is needed in production: mysql://user:password@host:port/name, or sqlite:PATH for a small council',
  );
  need(
    isPrivate(settings.databaseUrl),
    'DATABASE_URL',
    'must end with ?tls=required when the database is on another machine',
  );
  need(settings.smtpUrl !== undefined, 'SMTP_URL', 'is needed in production');
  need(settings.mailFrom !== 'no-reply@localhost', 'MAIL_FROM', 'is needed in production');
  need(settings.textGatewayUrl !== undefined, 'TEXT_GATEWAY_URL', 'is needed in production');
  need(isSafeOnTheWire(settings.textGatewayUrl), 'TEXT_GATEWAY_URL', 'must be https unless on this machine');
  need(settings.textGatewayToken !== undefined, 'TEXT_GATEWAY_TOKEN', 'is needed in production');
  need(settings.voiceGatewayUrl !== undefined, 'VOICE_GATEWAY_URL', 'is needed in production');
  need(
    isSafeOnTheWire(settings.voiceGatewayUrl),
    'VOICE_GATEWAY_URL',
    'must be https unless on this machine',
  );
  need(settings.voiceGatewayToken !== undefined, 'VOICE_GATEWAY_TOKEN', 'is needed in production');
  need(settings.voiceWebhookSecret !== undefined, 'VOICE_WEBHOOK_SECRET', 'is needed in production');
  return problems;
}

/** A code in a text goes over it, and the gateway's token. */
function isSafeOnTheWire(url: string | undefined): boolean {
  if (url === undefined) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopback(hostname);
}

function isPrivate(databaseUrl: string): boolean {
  if (!URL.canParse(databaseUrl)) return true;
  const { protocol, hostname, searchParams } = new URL(databaseUrl);
  return protocol !== 'mysql:' || isLoopback(hostname) || searchParams.get('tls') === 'required';
}
