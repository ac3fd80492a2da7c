import type { CarerStage, WorkerRole, WorkerStage } from '@cso/contract';
import { notSignedIn } from '../errors/domain-error.js';

/** Who acts. `system` is a job or a command. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'carer';
      readonly sessionId: string;
      readonly stage: CarerStage;
      readonly userId: string | null;
    }
  /** Somebody at the desktop app who says that a worker's address is theirs, and has proven nothing yet. */
  | { readonly kind: 'claimant'; readonly sessionId: string; readonly stage: 'resetting_password' }
  | {
      readonly kind: 'worker';
      readonly sessionId: string;
      readonly stage: WorkerStage;
      readonly workerId: string;
      readonly role: WorkerRole;
      readonly teamId: string | null;
    };

/** Everything about one request that a rule may ask for; the last argument of every handler. */
export interface RequestContext {
  readonly actor: Actor;
  readonly ip: string;
  readonly requestId: string;
  readonly client: 'web' | 'desktop' | null;
  readonly idempotencyKey: string | null;
  /** The known device, from its own cookie; never an identity (security-rules 4). */
  readonly deviceId: string | null;
  /** The body as it came, for signatures over it; null when there was none. */
  readonly rawBody: Buffer | null;
  /** A request header, by its lower-case name; null when it is missing or empty. */
  header(name: string): string | null;
  /** Sets the carer's session cookie, or takes it away. */
  giveSession(token: string | null): void;
  rememberDevice(deviceId: string): void;
  /** Tells the browser to drop what it stored for this site (security-rules 5.13). */
  clearSiteStorage(): void;
}

/** The context of a job or a command: no request, no cookies. */
export const systemContext = (requestId = 'system'): RequestContext => ({
  actor: { kind: 'system' },
  ip: '',
  requestId,
  client: null,
  idempotencyKey: null,
  deviceId: null,
  rawBody: null,
  header: () => null,
  giveSession: () => undefined,
  rememberDevice: () => undefined,
  clearSiteStorage: () => undefined,
});

/** The carer of the request, who has finished signing in; else NOT_SIGNED_IN. */
export function signedInCarer({ actor }: RequestContext): { userId: string; sessionId: string } {
  if (actor.kind !== 'carer' || actor.stage !== 'signed_in' || actor.userId === null) throw notSignedIn();
  return { userId: actor.userId, sessionId: actor.sessionId };
}

export type SignedInWorker = Extract<Actor, { kind: 'worker' }>;

/** The worker of the request, who has finished signing in; else NOT_SIGNED_IN. */
export function signedInWorker({ actor }: RequestContext): SignedInWorker {
  if (actor.kind !== 'worker' || actor.stage !== 'signed_in') throw notSignedIn();
  return actor;
}
