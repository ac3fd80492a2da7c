import path from 'node:path';
import { isInside } from './is-inside.js';
import { isLoopback } from './loopback.js';
import { production, type SettingProblem } from './production-settings.js';
import { settingsSchema, type Settings } from './settings.js';

/** The environment does not make a server; each line of the message names one setting and what is wrong with it. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';

  constructor(readonly problems: readonly SettingProblem[]) {
    super(problems.map(({ setting, reason }) => `${setting}: ${reason}`).join('\n'));
  }
}

/** Reads and checks every setting; throws InvalidSettings before anything is opened. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    throw new InvalidSettings(
      parsed.error.issues.map((issue) => ({ setting: issue.path.join('.'), reason: issue.message })),
    );
  }
  const settings = complete(parsed.data);
  const problems =
    settings.mode === 'demo' ? demo(settings) : production(settings, parsed.data.DATABASE_URL !== undefined);
  if (isInside(settings.keysFile, settings.dataDir)) {
    const reason = 'must stand outside DATA_DIR, so that a copy of the data is not a copy of the keys';
    problems.push({ setting: 'KEYS_FILE', reason });
  }
  const passwordFloor = parsed.data.PASSWORD_SEED_STRICT ? 16 : 64;
  if (settings.passwordMax < passwordFloor) {
    problems.push({ setting: 'PASSWORD_MAX', reason: `must be at least ${passwordFloor}` });
  }
  if (problems.length > 0) throw new InvalidSettings(problems);
  return settings;
}

function complete(env: ReturnType<typeof settingsSchema.parse>): Settings {
  const dataDir = path.resolve(env.DATA_DIR);
  return {
    mode: env.APP_MODE,
    port: env.PORT,
    host: env.HOST,
    publicOrigin: (env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${path.join(dataDir, 'cso.sqlite')}`,
    keysFile: path.resolve(env.KEYS_FILE),
    auditCheckpointDir: path.resolve(env.AUDIT_CHECKPOINT_DIR ?? path.join(dataDir, 'audit')),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    textGatewayUrl: env.TEXT_GATEWAY_URL,
    textGatewayToken: env.TEXT_GATEWAY_TOKEN,
    voiceGatewayUrl: env.VOICE_GATEWAY_URL,
    voiceGatewayToken: env.VOICE_GATEWAY_TOKEN,
    voiceWebhookSecret: env.VOICE_WEBHOOK_SECRET,
    trustedProxies: env.TRUSTED_PROXY,
    serviceName: env.SERVICE_NAME,
    supportPhone: env.SUPPORT_PHONE,
    urgentPhone: env.URGENT_PHONE,
    officeHours: env.OFFICE_HOURS,
    brandColour: env.BRAND_COLOUR,
    fourEyesActivation: env.FOUR_EYES_ACTIVATION,
    voiceMode: env.VOICE_MODE,
    passwordMax: env.PASSWORD_MAX,
    phoneCountries: env.PHONE_COUNTRIES,
  };
}

/** Demo passwords are printed on the screen, so a demo must not be reachable from anywhere else. */
function demo(settings: Settings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (!isLoopback(settings.host)) {
    problems.push({ setting: 'HOST', reason: 'the demo listens on loopback only (127.0.0.1 or ::1)' });
  }
  if (!isLoopback(new URL(settings.publicOrigin).hostname)) {
    problems.push({ setting: 'PUBLIC_ORIGIN', reason: 'the demo is reached by a loopback address only' });
  }
  return problems;
}
