import type { DynamicModule } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { DataKeyRing } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import type { Keys } from '../crypto/keys.js';
import { Randomness } from '../crypto/randomness.js';
import { Database } from '../database/database.js';
import { Events } from '../events/index.js';
import {
  type GatewayAnswer,
  MailGateway,
  type OutgoingCall,
  type OutgoingMail,
  type OutgoingText,
  type PhoneRisk,
  taken,
  TextGateway,
  VoiceGateway,
  WebhookSecret,
} from '../gateways/index.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { Log } from '../log/log.js';
import {
  type CallStep,
  type Delivery,
  type FailedDelivery,
  GatewayReports,
  type MailContact,
  MailContacts,
  NoticeRelay,
  Notices,
  NotificationsModule,
  Outbox,
  OutboxRelay,
  ReportListeners,
} from '../notifications/index.js';
import { readSettings } from '../config/read-settings.js';
import { TestClock } from './test-clock.js';
import { testKeys } from './test-keys.js';

/** Gateways that keep what they are given. `answer` decides what they say to it. */
export class TestGateways {
  readonly mails: OutgoingMail[] = [];
  readonly texts: OutgoingText[] = [];
  readonly calls: OutgoingCall[] = [];
  /** When every number was last moved to another SIM. */
  movedAt: Date | null = null;
  answer: () => GatewayAnswer | Promise<GatewayAnswer> = () => taken;

  readonly mail: MailGateway = { send: (mail) => this.keep(this.mails, mail) };
  readonly text: TextGateway = { send: (text) => this.keep(this.texts, text) };
  readonly phoneRisk: PhoneRisk = { check: async () => this.movedAt };
  readonly voice: VoiceGateway = { call: (call) => this.keep(this.calls, call) };

  private async keep<M>(kept: M[], message: M): Promise<GatewayAnswer> {
    kept.push(message);
    return this.answer();
  }
}

export const testSettings: Settings = {
  ...readSettings({
    APP_MODE: 'demo',
    DATA_DIR: '/nowhere',
    KEYS_FILE: '/elsewhere/keys.json',
    MAIL_FROM: 'no-reply@council.example',
    VOICE_WEBHOOK_SECRET: 'a webhook secret of the tests, long enough',
  }),
  // The mails are looked at as a council would send them.
  publicOrigin: 'https://portal.example',
};

export interface OutboxParts {
  readonly clock?: TestClock;
  readonly keys?: Keys;
  readonly gateways?: TestGateways;
  readonly settings?: Settings;
}

/** The outbox of one server process on the given database. It sends after commits and when drained, on no timer. */
export async function openOutbox(database: Database, parts: OutboxParts = {}) {
  const { clock = new TestClock(), gateways = new TestGateways(), keys = testKeys() } = parts;
  const { settings = testSettings } = parts;
  const moduleRef = await Test.createTestingModule({
    imports: [testPlatform({ database, clock, keys, settings }), NotificationsModule],
  })
    .overrideProvider(MailGateway)
    .useValue(gateways.mail)
    .overrideProvider(TextGateway)
    .useValue(gateways.text)
    .overrideProvider(VoiceGateway)
    .useValue(gateways.voice)
    .compile();
  const failures: FailedDelivery[] = [];
  const deliveries: Delivery[] = [];
  const steps: CallStep[] = [];
  const listeners = moduleRef.get(ReportListeners, { strict: false });
  listeners.onDelivery(async (delivery) => void deliveries.push(delivery));
  listeners.onFailure(async (failure) => void failures.push(failure));
  listeners.onCall(async (step) => void steps.push(step));
  const contacts = new Map<string, MailContact>();
  moduleRef.get(MailContacts, { strict: false }).answerBy(async (userId) => contacts.get(userId) ?? null);
  const get = <T>(part: new (...args: never[]) => T): T => moduleRef.get(part, { strict: false });
  // The module is not started, so that nothing sends by itself.
  get(NoticeRelay).onModuleInit();
  return {
    clock,
    gateways,
    deliveries,
    failures,
    steps,
    listeners,
    /** The users' addresses; empty until the test fills it. */
    contacts,
    notices: get(Notices),
    noticeRelay: get(NoticeRelay),
    outbox: get(Outbox),
    relay: get(OutboxRelay),
    reports: get(GatewayReports),
    secret: get(WebhookSecret).value,
  };
}

export type OpenOutbox = Awaited<ReturnType<typeof openOutbox>>;

interface PlatformParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly settings: Settings;
}

/** Everything below the features, as far as sending needs it. */
export function testPlatform({ database, clock, keys, settings }: PlatformParts): DynamicModule {
  const log = new Log(clock, () => undefined);
  const randomness = new Randomness();
  const identifiers = new Identifiers(clock, randomness);
  const ring = new DataKeyRing(database, keys, clock, identifiers, randomness);
  const providers = [
    { provide: SETTINGS, useValue: settings },
    { provide: Clock, useValue: clock },
    { provide: Log, useValue: log },
    { provide: RepeatedJobs, useValue: new RepeatedJobs(log) },
    { provide: Database, useValue: database },
    { provide: Identifiers, useValue: identifiers },
    { provide: FieldCipher, useValue: new FieldCipher(ring, randomness) },
    { provide: Events, useValue: new Events(database) },
  ];
  return {
    module: class TestPlatform {},
    global: true,
    providers,
    exports: providers.map(({ provide }) => provide),
  };
}
