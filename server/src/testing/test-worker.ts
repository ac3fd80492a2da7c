import { createHmac } from 'node:crypto';
import { workerSignInRoutes, type WorkerRole } from '@cso/contract';
import { systemContext } from '../request/request-context.js';
import { AddWorker, EnrolWorker } from '../staff/index.js';
import type { TestClient } from './test-client.js';
import type { TestIdentity } from './test-identity.js';

export const WORKER_PASSWORD = 'Otter-under-5-bridges';
const TOTP_SECRET = Buffer.from('a secret of twenty b');

/** What an authenticator app shows, by RFC 6238 alone; `step` counts from the present one. */
export function totp(service: Pick<TestIdentity, 'clock'>, secret: Buffer = TOTP_SECRET, step = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(service.clock.now().getTime() / 30_000) + step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.readUInt8(19) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A worker at the desktop app. */
export class TestWorker {
  readonly app: TestClient;

  constructor(
    readonly service: TestIdentity,
    readonly email: string,
    readonly ip = '198.51.100.77',
  ) {
    this.app = service.client('desktop', ip);
  }

  static details = (email: string, role: WorkerRole, teamId: string | null = null) => ({
    firstName: 'Sam',
    lastName: 'Fielding',
    email,
    role,
    teamId,
  });

  /** New, with a link to set the password. */
  static async add(service: TestIdentity, email: string, role: WorkerRole = 'caseworker') {
    const added = await service.get(AddWorker).addWorker(systemContext(), TestWorker.details(email, role));
    return { worker: new TestWorker(service, email), token: added.setPasswordLink.split('#')[1] ?? '' };
  }

  /** With password and authenticator app, not signed in. */
  static async enrolled(
    service: TestIdentity,
    email: string,
    role: WorkerRole = 'caseworker',
    teamId: string | null = null,
  ) {
    const details = TestWorker.details(email, role, teamId);
    const credentials = { password: WORKER_PASSWORD, totpSecret: TOTP_SECRET };
    await service.get(EnrolWorker).enrolWorker(systemContext(), { ...details, ...credentials });
    return new TestWorker(service, email);
  }

  async givePassword(password = WORKER_PASSWORD) {
    const reply = await this.app.call(workerSignInRoutes.signIn, { body: { email: this.email, password } });
    if (reply.status === 200) this.app.token = reply.body.token;
    return reply;
  }

  async giveCode(code: string) {
    const reply = await this.app.call(workerSignInRoutes.verifyTotp, { body: { code } });
    if (reply.status === 200) this.app.token = reply.body.token;
    return reply;
  }

  async signIn() {
    await this.givePassword();
    return this.giveCode(totp(this.service));
  }
}
