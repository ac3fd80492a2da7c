import { authenticatorCode } from './authenticator.ts';
import { DemoOutbox } from './demo-outbox.ts';
import type { Mariadb } from './mariadb.ts';
import { openPhoneGateways } from './phone-gateways.ts';
import type { Worker } from './personas.ts';
import type { Message, Post } from './post.ts';
import { RealPost } from './real-post.ts';
import { Server } from './server.ts';
import { openMailServer, type MailServer } from './smtp.ts';
import { openTlsProxy } from './tls-proxy.ts';

/** A council with its server: where carers and caseworkers go, and what the service sends to whom. */
export interface Council {
  readonly server: Server;
  /** What carers open in their browser. */
  readonly origin: string;
  /** What the caseworker app talks to. */
  readonly serverUrl: string;
  readonly post: Post;
  /** The code that the worker's authenticator app shows; each call gives one that was not given before. */
  authenticatorCode(worker: Worker): Promise<string>;
  /** The council's database for a search: all that is in it as it lies on the disk or in a dump. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

export interface ProductionCouncil extends Council {
  readonly mailServer: MailServer;
  /** The texts and calls that the phone company was given. */
  readonly phoneMessages: readonly Message[];
  /** Lets a worker have an authenticator app with this base32 secret. */
  enrolAuthenticator(worker: Worker, secret: string): void;
}

const TOTP_STEP_MS = 30_000;
const sqliteOf = (server: Server): string => `sqlite:${server.dataDir}/cso.sqlite`;

/** Each code is good once: who needs another before the app shows a new one, waits for it. */
function freshCodes(server: Server, codeOf: (email: string) => Promise<string>) {
  const given = new Map<string, string>();
  return async ({ email }: Worker): Promise<string> => {
    let code = await codeOf(email);
    if (code === given.get(email)) {
      await server.advance(TOTP_STEP_MS);
      code = await codeOf(email);
    }
    given.set(email, code);
    return code;
  };
}

/**
 * The demo as `npm start` gives it: the demo's mailbox and phone, the people of the demo council; on SQLite when no
 * MariaDB is given.
 */
export async function openDemoCouncil(mariadb?: Mariadb): Promise<Council> {
  const DATABASE_URL = await mariadb?.createDatabase();
  const server = await Server.prepare({ APP_MODE: 'demo', ...(DATABASE_URL ? { DATABASE_URL } : {}) });
  await server.start();
  const origin = server.publicOrigin;
  const post = new DemoOutbox(origin);
  return {
    server,
    origin,
    serverUrl: origin,
    post,
    databaseUrl: DATABASE_URL ?? sqliteOf(server),
    authenticatorCode: freshCodes(server, (email) => post.authenticatorCodeOf(email)),
    close: async () => {
      await server.stop();
      server.remove();
    },
  };
}

/** A council as it runs in earnest: https before it, a mail server, a phone company, and nobody in the database yet. */
export async function openProductionCouncil(mariadb?: Mariadb): Promise<ProductionCouncil> {
  const mailServer = await openMailServer();
  const databaseUrl = await mariadb?.createDatabase();
  const { server, proxy, phones } = await prepareProduction(mailServer.url, databaseUrl);
  await server.command('keys', 'init');
  await server.start();
  const secrets = new Map<string, string>();
  return {
    server,
    mailServer,
    phoneMessages: phones.messages,
    origin: proxy.origin,
    serverUrl: server.listensAt,
    post: new RealPost(mailServer, phones),
    databaseUrl: databaseUrl ?? sqliteOf(server),
    enrolAuthenticator: ({ email }, secret) => void secrets.set(email, secret),
    authenticatorCode: freshCodes(server, async (email) =>
      authenticatorCode(secrets.get(email)!, server.now),
    ),
    close: async () => {
      await server.stop();
      proxy.close();
      phones.close();
      await mailServer.close();
      server.remove();
    },
  };
}

async function prepareProduction(smtpUrl: string, databaseUrl: string | undefined) {
  const proxy = await openTlsProxy();
  let now = () => new Date();
  const phones = await openPhoneGateways({ now: () => now(), certificate: proxy.certificate });
  const server = await Server.prepare({
    APP_MODE: 'production',
    PUBLIC_ORIGIN: proxy.origin,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'no-reply@council.example',
    TEXT_GATEWAY_URL: phones.textUrl,
    TEXT_GATEWAY_TOKEN: phones.token,
    VOICE_GATEWAY_URL: phones.voiceUrl,
    VOICE_GATEWAY_TOKEN: phones.token,
    VOICE_WEBHOOK_SECRET: phones.secret,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  proxy.passTo(server.port);
  now = () => server.now;
  return { server, proxy, phones };
}
