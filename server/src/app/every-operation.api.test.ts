import { text as readText } from 'node:stream/consumers';
import {
  ErrorBody,
  permissionsOfRole,
  type CarerStage,
  type Permission,
  type Route,
  type WorkerRole,
} from '@cso/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PasswordHash } from '../crypto/password-hash.js';
import { Operations, type OperationRule } from '../http/operations.js';
import { systemContext } from '../request/request-context.js';
import { SessionTokens } from '../identity/sessions/session-tokens.js';
import { Sessions } from '../identity/sessions/sessions.service.js';
import { permissionsOf } from '../identity/sessions/stage-permissions.js';
import { UserFields } from '../identity/users/user-fields.js';
import { UsersRepository } from '../identity/users/users.repository.js';
import { Workers } from '../staff/index.js';
import { brokenBodies, oddInputs, wellFormed, type Sent } from '../testing/odd-input.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';

/** Who calls: a carer at a stage of signing in, or a worker in a role. */
type Caller = { readonly stage: CarerStage } | { readonly role: WorkerRole };

const signedIn: Caller[] = [
  { stage: 'signed_in' },
  ...(['caseworker', 'team_manager', 'admin', 'auditor'] as const).map((role) => ({ role })),
];
const halfSignedIn: Caller[] = (
  ['signing_up', 'resetting_password', 'phone_needed', 'phone_check'] as const
).map((stage) => ({ stage }));
/** Permissions of a worker between password and authenticator app; their stage has tests of its own. */
const workerSteps = ['enrol-totp', 'verify-totp'];

const mayDo = (caller: Caller): readonly Permission[] =>
  'role' in caller
    ? [...permissionsOfRole[caller.role], 'keep-session']
    : permissionsOf({ kind: 'carer', sessionId: '', userId: '', stage: caller.stage });

let test: TestApp;
let userId: string;
const workers = new Map<string, string>();
beforeAll(async () => {
  test = await openTestApp('sqlite');
  for (const { id, role } of await test.get(Workers).listAll()) workers.set(role, id);
  userId = await addUser();
}, 60_000);
afterAll(() => test.close());

async function addUser(): Promise<string> {
  const id = '019c0000-0000-7000-8000-000000000001';
  const fields = test.get(UserFields);
  await test.get(UsersRepository).insert({
    id,
    firstName: await fields.seal(id, 'firstName', 'Robin'),
    lastName: await fields.seal(id, 'lastName', 'Okafor'),
    email: await fields.seal(id, 'email', 'robin.okafor@carers.example'),
    emailKey: '0'.repeat(32),
    passwordHash: await test.get(PasswordHash).hash('Hedgehog-walks-7'),
    state: 'phone_confirmed',
    phone: await fields.seal(id, 'phone', '+447400123456'),
    phoneKey: '1'.repeat(32),
    phoneSlot: 1,
    canText: true,
    phoneGivenAt: test.clock.now(),
    phoneChangedAt: null,
    stepLockedUntil: null,
    needsUnlock: false,
    lastSignInAt: null,
    mailBouncedAt: null,
    createdAt: test.clock.now(),
  });
  return id;
}

/** The headers of a session of the caller's own, new for each call, since some calls end it. */
async function headersOf(caller: Caller | null): Promise<Record<string, string>> {
  if (!caller) return {};
  const isWorker = 'role' in caller;
  const isKnown = isWorker || caller.stage === 'phone_needed' || caller.stage === 'phone_check';
  const session = await test.get(Sessions).begin(systemContext(), {
    kind: isWorker ? 'worker' : 'carer',
    stage: isWorker ? 'signed_in' : (caller.stage as Exclude<CarerStage, 'signed_out'>),
    subjectId: isWorker ? workers.get(caller.role)! : isKnown || caller.stage === 'signed_in' ? userId : null,
    ...(isWorker || isKnown || caller.stage === 'signed_in'
      ? {}
      : { address: { email: 'robin.okafor@carers.example', emailKey: '0'.repeat(32) } }),
  });
  const token = test.get(SessionTokens).sign(session.id);
  return isWorker ? { authorization: `Bearer ${token}` } : { cookie: `cso=${token}` };
}

let calls = 0;
async function send(caller: Caller | null, route: Route, { params, query, body }: Sent) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '-')),
  );
  calls += 1;
  const answer = await test.app.inject({
    method: route.method,
    url: query ? `${path}?${query}` : path,
    headers: {
      ...(await headersOf(caller)),
      'x-cso-client': caller && 'role' in caller ? 'desktop' : 'web',
      // Everybody from elsewhere, so that it is the input that is refused and not the address.
      'x-forwarded-for': `203.0.${Math.floor(calls / 250) % 250}.${calls % 250}`,
      'idempotency-key': `key-${calls}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: body }),
    // A stream that opens would never be over; a refusal has its body here too.
    payloadAsStream: true,
  });
  if (route.isStream && answer.statusCode === 200) {
    answer.stream().destroy();
    return { status: 200, body: undefined };
  }
  const text = await readText(answer.stream());
  return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) };
}

const rules = () => test.get(Operations).list();
const guarded = () => rules().flatMap((rule) => (rule.access.isPublic ? [] : [{ ...rule, ...rule.access }]));

/** Somebody whom the access rule lets in, if these tests know such a caller. */
function holderOf({ access }: OperationRule): Caller | null | undefined {
  if (access.isPublic) return null;
  return [...signedIn, ...halfSignedIn].find((caller) => mayDo(caller).includes(access.permission));
}

describe('every operation', () => {
  it('asks somebody who is not signed in to sign in', async () => {
    for (const { route, name } of guarded()) {
      const { status, body } = await send(null, route, wellFormed(route));
      expect([name, status, body?.code]).toEqual([name, 401, 'NOT_SIGNED_IN']);
    }
  });

  it('refuses everybody signed in who lacks the permission, whatever they send', async () => {
    for (const { route, name, permission } of guarded()) {
      for (const caller of signedIn.filter((one) => !mayDo(one).includes(permission))) {
        for (const input of [wellFormed(route), { body: '{"a":' + '1}' }]) {
          const { status, body } = await send(caller, route, input);
          expect([name, caller, status, body?.code]).toEqual([name, caller, 403, 'NOT_ALLOWED']);
        }
      }
    }
  });

  it('counts somebody half signed in as not signed in for everything beyond their step', async () => {
    for (const { route, name, permission } of guarded()) {
      for (const caller of halfSignedIn.filter((one) => !mayDo(one).includes(permission))) {
        const { status, body } = await send(caller, route, wellFormed(route));
        expect([name, caller, status, body?.code]).toEqual([name, caller, 401, 'NOT_SIGNED_IN']);
      }
    }
  });

  it('can be reached by somebody', () => {
    const unreachable = guarded().filter(
      (rule) => holderOf(rule) === undefined && !workerSteps.includes(rule.permission),
    );
    expect(unreachable.map(({ name }) => name)).toEqual([]);
  });

  it('refuses a broken body with 400 and a code', { timeout: 120_000 }, async () => {
    for (const rule of rules().filter(({ route }) => route.body)) {
      const caller = holderOf(rule);
      if (caller === undefined) continue;
      for (const body of brokenBodies(rule.route)) {
        const answer = await send(caller, rule.route, { ...wellFormed(rule.route), body });
        const sent = `${rule.name} ${body?.slice(0, 200)}`;
        expect([sent, answer.status, answer.body?.code]).toEqual([sent, 400, 'INVALID_INPUT']);
      }
    }
  });

  it('never fails on odd input', { timeout: 240_000 }, async () => {
    for (const rule of rules()) {
      const caller = holderOf(rule);
      if (caller === undefined) continue;
      for (const input of oddInputs(rule.route)) {
        const { status, body } = await send(caller, rule.route, input);
        const sent = `${rule.name} ${JSON.stringify(input).slice(0, 300)} ${status}`;
        expect(
          status < 500,
          `${sent} ${status < 500 ? '' : test.log.findLast((line) => line.includes('request.failed'))}`,
        ).toBe(true);
        if (status >= 400) expect(ErrorBody.safeParse(body).success, sent).toBe(true);
      }
    }
  });
});
