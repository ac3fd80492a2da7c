import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidSettings, readSettings } from './read-settings.js';

type Environment = Record<string, string | undefined>;

/** The settings that are refused, in order. */
function refusedBy(environment: Environment): string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems.map(({ setting }) => setting);
    throw error;
  }
}

describe('the settings of a demo', () => {
  it('needs none', () => {
    const here = path.resolve('.');
    expect(readSettings({})).toEqual({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: 'http://localhost:3000',
      dataDir: `${here}/data`,
      databaseUrl: `sqlite:${here}/data/cso.sqlite`,
      keysFile: `${here}/keys/keys.json`,
      auditCheckpointDir: `${here}/data/audit`,
      mailFrom: 'no-reply@localhost',
      trustedProxies: [],
      serviceName: 'Children’s Services Online',
      supportPhone: '0344 800 8020',
      urgentPhone: '0344 800 8021',
      officeHours: ['09:00', '17:00'],
      fourEyesActivation: true,
      voiceMode: 'press_hash',
      passwordMax: 128,
    });
  });

  it('takes an empty value for none', () => {
    expect(readSettings({ PORT: '', SMTP_URL: '', BRAND_COLOUR: '' })).toMatchObject({ port: 3000 });
  });

  it('follows PORT and DATA_DIR', () => {
    expect(readSettings({ PORT: '8080', DATA_DIR: '/var/lib/cso' })).toMatchObject({
      publicOrigin: 'http://localhost:8080',
      databaseUrl: 'sqlite:/var/lib/cso/cso.sqlite',
      auditCheckpointDir: '/var/lib/cso/audit',
    });
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('listens on %s', (HOST) => {
    expect(refusedBy({ HOST })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.0.10', '127.0.0.1.example', 'portal.example'])(
    'refuses to listen on %s',
    (HOST) => {
      expect(refusedBy({ HOST })).toEqual(['HOST']);
    },
  );

  it.each(['https://portal.example', 'http://192.168.0.10:3000', 'http://localhost.example'])(
    'refuses the address %s',
    (PUBLIC_ORIGIN) => {
      expect(refusedBy({ PUBLIC_ORIGIN })).toEqual(['PUBLIC_ORIGIN']);
    },
  );

  it.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost:3000/'])(
    'is reached at %s',
    (PUBLIC_ORIGIN) => {
      expect(readSettings({ PUBLIC_ORIGIN }).publicOrigin).toBe(PUBLIC_ORIGIN.replace(/\/$/, ''));
    },
  );
});

const production = {
  APP_MODE: 'production',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://portal.example',
  DATABASE_URL: 'mysql://cso:secret@db.example:3306/cso?tls=required',
  DATA_DIR: '/var/lib/cso',
  KEYS_FILE: '/etc/cso/keys.json',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'no-reply@council.example',
  TEXT_GATEWAY_URL: 'https://text.example/send',
  TEXT_GATEWAY_TOKEN: 'text-token-of-some-length',
  VOICE_GATEWAY_URL: 'https://voice.example/call',
  VOICE_GATEWAY_TOKEN: 'voice-token-of-some-length',
  VOICE_WEBHOOK_SECRET: 'a-webhook-secret-of-thirty-two-chars',
};

describe('the settings of production', () => {
  it('takes a complete environment', () => {
    expect(readSettings(production)).toMatchObject({ mode: 'production', host: '0.0.0.0' });
  });

  it.each([
    'PUBLIC_ORIGIN',
    'DATABASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'TEXT_GATEWAY_URL',
    'TEXT_GATEWAY_TOKEN',
    'VOICE_GATEWAY_URL',
    'VOICE_GATEWAY_TOKEN',
    'VOICE_WEBHOOK_SECRET',
  ])('refuses to start without %s, and names it', (setting) => {
    expect(refusedBy({ ...production, [setting]: undefined })).toEqual([setting]);
  });

  it('refuses a plain http origin', () => {
    expect(refusedBy({ ...production, PUBLIC_ORIGIN: 'http://portal.example' })).toEqual(['PUBLIC_ORIGIN']);
  });

  it('takes SQLite when it is chosen, and MariaDB on the same machine', () => {
    expect(refusedBy({ ...production, DATABASE_URL: 'sqlite:/var/lib/cso/cso.sqlite' })).toEqual([]);
    expect(refusedBy({ ...production, DATABASE_URL: 'mysql://cso@127.0.0.1:3306/cso' })).toEqual([]);
  });

  it.each(['', '?tls=preferred'])('refuses a database on another machine without TLS: %s', (query) => {
    const DATABASE_URL = `mysql://cso:secret@db.example:3306/cso${query}`;
    expect(refusedBy({ ...production, DATABASE_URL })).toEqual(['DATABASE_URL']);
    expect(() => readSettings({ ...production, DATABASE_URL })).not.toThrow(/secret/);
  });

  it.each(['TEXT_GATEWAY_URL', 'VOICE_GATEWAY_URL'])(
    'takes a plain http %s on this machine only',
    (setting) => {
      expect(refusedBy({ ...production, [setting]: 'http://127.0.0.1:8025/send' })).toEqual([]);
      expect(refusedBy({ ...production, [setting]: 'http://gateway.example/send' })).toEqual([setting]);
      expect(refusedBy({ ...production, [setting]: 'http://127.0.0.1.example/send' })).toEqual([setting]);
    },
  );

  it.each([
    ['TEXT_GATEWAY_TOKEN', 'short'],
    ['VOICE_GATEWAY_TOKEN', 'short'],
    ['VOICE_WEBHOOK_SECRET', 'shorter-than-thirty-two'],
  ])('refuses a weak %s without printing it', (setting, value) => {
    const environment = { ...production, [setting]: value };
    expect(refusedBy(environment)).toEqual([setting]);
    expect(() => readSettings(environment)).not.toThrow(new RegExp(value));
  });

  it('names every setting that is missing, a line each', () => {
    expect(() => readSettings({ APP_MODE: 'production' })).toThrow(/^PUBLIC_ORIGIN: .+\nDATABASE_URL: /);
    expect(refusedBy({ APP_MODE: 'production' })).toHaveLength(9);
  });
});

describe('the settings of any mode', () => {
  it.each([{}, production])('keep the keys apart from the data', (mode) => {
    const within = (KEYS_FILE: string) => refusedBy({ ...mode, DATA_DIR: '/var/lib/cso', KEYS_FILE });
    expect(within('/var/lib/cso/keys.json')).toEqual(['KEYS_FILE']);
    expect(within('/var/lib/cso/deep/keys.json')).toEqual(['KEYS_FILE']);
    expect(within('/var/lib/other/../cso/keys.json')).toEqual(['KEYS_FILE']);
    expect(within('/var/lib/cso/..keys/keys.json')).toEqual(['KEYS_FILE']);
    expect(within('/var/lib/cso-keys/keys.json')).toEqual([]);
    expect(refusedBy({ ...mode, DATA_DIR: '/', KEYS_FILE: '/keys.json' })).toEqual(['KEYS_FILE']);
  });

  it.each([
    [{ PASSWORD_MAX: '64' }, []],
    [{ PASSWORD_MAX: '63' }, ['PASSWORD_MAX']],
    [{ PASSWORD_MAX: '16', PASSWORD_SEED_STRICT: 'on' }, []],
    [{ PASSWORD_MAX: '16', PASSWORD_SEED_STRICT: 'true' }, []],
    [{ PASSWORD_MAX: '16', PASSWORD_SEED_STRICT: 'off' }, ['PASSWORD_MAX']],
    [{ PASSWORD_MAX: '15', PASSWORD_SEED_STRICT: 'on' }, ['PASSWORD_MAX']],
    [{ PASSWORD_MAX: '99.5' }, ['PASSWORD_MAX']],
  ])('keep the longest password above its floor: %j', (environment, refused) => {
    expect(refusedBy(environment)).toEqual(refused);
  });

  it.each([
    ['APP_MODE', 'staging'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PUBLIC_ORIGIN', 'localhost:3000'],
    ['PUBLIC_ORIGIN', 'http://localhost:3000/portal'],
    ['PUBLIC_ORIGIN', 'http://user:secret@localhost:3000'],
    ['PUBLIC_ORIGIN', 'ftp://localhost'],
    ['TEXT_GATEWAY_URL', 'text.example'],
    ['OFFICE_HOURS', '9-17'],
    ['OFFICE_HOURS', '17:00-09:00'],
    ['BRAND_COLOUR', 'red'],
    ['FOUR_EYES_ACTIVATION', 'perhaps'],
    ['VOICE_MODE', 'shout'],
  ])('refuse %s=%s', (setting, value) => {
    expect(refusedBy({ [setting]: value })).toEqual([setting]);
  });

  it('read lists and flags', () => {
    expect(
      readSettings({
        TRUSTED_PROXY: '10.0.0.1, 10.0.0.2,',
        PHONE_COUNTRIES: 'GB,IE',
        FOUR_EYES_ACTIVATION: 'off',
        OFFICE_HOURS: '08:30-16:00',
        BRAND_COLOUR: '#005EB8',
      }),
    ).toMatchObject({
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
      phoneCountries: ['GB', 'IE'],
      fourEyesActivation: false,
      officeHours: ['08:30', '16:00'],
      brandColour: '#005EB8',
    });
  });
});
