import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HighWater } from '../clock/high-water.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { InvalidSettings } from '../config/read-settings.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { BlindIndex } from '../crypto/blind-index.js';
import { ChallengeCodes } from '../crypto/challenge-code.js';
import { DataKeyRing } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import { createKeysFile, readKeysFile } from '../crypto/keys-file.js';
import { Keys } from '../crypto/keys.js';
import { OtpEngine } from '../crypto/otp-engine.js';
import { PasswordGate } from '../crypto/password-gate.js';
import { PasswordHash } from '../crypto/password-hash.js';
import { Randomness } from '../crypto/randomness.js';
import { DatabaseModule, type Schema } from '../database/database.module.js';
import { Database } from '../database/database.js';
import { Events } from '../events/events.js';
import { Log } from '../log/log.js';

/** Everything below the features: settings, clock, database, keys and ciphers. Global, because all of them need it. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, clock: Clock, log: Log, schema: Schema): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: Clock, useValue: clock },
      { provide: Log, useValue: log },
      ...cryptoProviders(settings),
      events,
      highWater,
      repeatedJobs,
    ];
    return {
      module: PlatformModule,
      imports: [DatabaseModule.with(settings, schema)],
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }
}

type ClassProvider = Provider & { provide: symbol | (abstract new (...args: never[]) => unknown) };

const events: ClassProvider = {
  provide: Events,
  inject: [Database],
  useFactory: (database: Database) => new Events(database),
};

const highWater: ClassProvider = {
  provide: HighWater,
  inject: [Database, Clock, Log],
  useFactory: (database: Database, clock: Clock, log: Log) => new HighWater(database, clock, log),
};

const repeatedJobs: ClassProvider = {
  provide: RepeatedJobs,
  inject: [Log],
  useFactory: (log: Log) => new RepeatedJobs(log),
};

const cryptoProviders = (settings: Settings): ClassProvider[] => [
  { provide: Keys, useFactory: () => openKeys(settings) },
  { provide: Randomness, useFactory: () => new Randomness() },
  {
    provide: Identifiers,
    inject: [Clock, Randomness],
    useFactory: (clock: Clock, randomness: Randomness) => new Identifiers(clock, randomness),
  },
  {
    provide: DataKeyRing,
    inject: [Database, Keys, Clock, Identifiers, Randomness],
    useFactory: (...parts: ConstructorParameters<typeof DataKeyRing>) => new DataKeyRing(...parts),
  },
  {
    provide: FieldCipher,
    inject: [DataKeyRing, Randomness],
    useFactory: (ring: DataKeyRing, randomness: Randomness) => new FieldCipher(ring, randomness),
  },
  { provide: BlindIndex, inject: [Keys], useFactory: (keys: Keys) => new BlindIndex(keys) },
  { provide: ChallengeCodes, inject: [Keys], useFactory: (keys: Keys) => new ChallengeCodes(keys) },
  {
    provide: PasswordHash,
    inject: [Keys, Randomness],
    useFactory: (keys: Keys, randomness: Randomness) =>
      new PasswordHash(keys, new PasswordGate(), randomness),
  },
  {
    provide: OtpEngine,
    inject: [Clock, Randomness, Log],
    useFactory: (clock: Clock, randomness: Randomness, log: Log) =>
      new OtpEngine(clock, randomness, (fact) => log.warn('otp.alarm', { fact })),
  },
];

/** The demo makes its own keys at the first start; production never does, so that a lost file is noticed. */
async function openKeys(settings: Settings): Promise<Keys> {
  if (settings.mode === 'demo' && !existsSync(settings.keysFile)) {
    await mkdir(path.dirname(settings.keysFile), { recursive: true, mode: 0o700 });
    await createKeysFile(settings.keysFile);
  }
  return readKeysFile(settings.keysFile).catch((error: Error) => {
    throw new InvalidSettings([{ setting: 'KEYS_FILE', reason: error.message }]);
  });
}
