import { z } from 'zod';

const flag = z.enum(['on', 'off', 'true', 'false']).transform((value) => value === 'on' || value === 'true');
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).origin === value.replace(/\/$/, ''), {
    error: 'must be an origin alone, such as https://portal.council.example',
    when: ({ issues }) => issues.length === 0,
  });
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Each setting by its environment name, with what it means: the one table that code and `cso config` read. */
export const settingsSchema = z.object({
  APP_MODE: z
    .enum(['demo', 'production'])
    .default('demo')
    .describe('demo listens on loopback only and seeds a demo council'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('port to listen on'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PUBLIC_ORIGIN: origin.optional().describe('origin in links and cookies; http://localhost:PORT in the demo'),
  DATA_DIR: z.string().default('./data').describe('everything that the embedded default writes'),
  DATABASE_URL: z.string().optional().describe('sqlite:PATH, or mysql://user:password@host:port/name'),
  KEYS_FILE: z
    .string()
    .default('./keys/keys.json')
    .describe('key-encryption keys; never in the database or its backup'),
  AUDIT_CHECKPOINT_DIR: z.string().optional().describe('signed audit checkpoints; DATA_DIR/audit'),
  SMTP_URL: z.string().optional().describe('mail server, smtp:// or smtps://'),
  MAIL_FROM: z.string().default('no-reply@localhost').describe('sender of every e-mail'),
  TEXT_GATEWAY_URL: z.url().optional().describe('generic text gateway'),
  TEXT_GATEWAY_TOKEN: z.string().min(16).optional().describe('its bearer token'),
  VOICE_GATEWAY_URL: z.url().optional().describe('generic voice gateway'),
  VOICE_GATEWAY_TOKEN: z.string().min(16).optional().describe('its bearer token'),
  VOICE_WEBHOOK_SECRET: z.string().min(32).optional().describe('signs what gateways report back'),
  TRUSTED_PROXY: list.prefault('').describe('addresses whose X-Forwarded-* are believed'),
  SERVICE_NAME: z.string().min(1).default('Children’s Services Online').describe('name of the service'),
  SUPPORT_PHONE: z.string().default('0344 800 8020').describe('number to ring for help'),
  URGENT_PHONE: z.string().default('0344 800 8021').describe('number to ring when a child needs help now'),
  OFFICE_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must be such as 09:00-17:00')
    .transform((value) => value.split('-') as [opens: string, closes: string])
    .refine(([opens, closes]) => opens < closes, 'must end after it begins')
    .prefault('09:00-17:00')
    .describe('when teams read messages, Monday to Friday'),
  BRAND_COLOUR: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional()
    .describe('colour of the header'),
  FOUR_EYES_ACTIVATION: flag.prefault('on').describe('on: the inviter may not activate'),
  VOICE_MODE: z
    .enum(['press_hash', 'type_number'])
    .default('press_hash')
    .describe('what a called carer presses'),
  PASSWORD_MAX: z.coerce.number().int().default(128).describe('longest password in characters, at least 64'),
  PASSWORD_SEED_STRICT: flag.prefault('off').describe('on: PASSWORD_MAX may go down to 16'),
  PHONE_COUNTRIES: list.optional().describe('countries whose numbers are taken, such as GB,IE'),
});

type Environment = z.output<typeof settingsSchema>;

/** The settings as the server's parts receive them, complete and checked. */
export interface Settings {
  readonly mode: Environment['APP_MODE'];
  readonly port: number;
  readonly host: string;
  readonly publicOrigin: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly keysFile: string;
  readonly auditCheckpointDir: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly textGatewayUrl: string | undefined;
  readonly textGatewayToken: string | undefined;
  readonly voiceGatewayUrl: string | undefined;
  readonly voiceGatewayToken: string | undefined;
  readonly voiceWebhookSecret: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly serviceName: string;
  readonly supportPhone: string;
  readonly urgentPhone: string;
  readonly officeHours: Environment['OFFICE_HOURS'];
  readonly brandColour: string | undefined;
  readonly fourEyesActivation: boolean;
  readonly voiceMode: Environment['VOICE_MODE'];
  readonly passwordMax: number;
  readonly phoneCountries: readonly string[] | undefined;
}

/** Injection token of the settings. */
export const SETTINGS = Symbol('Settings');
