import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { notFound } from '../errors/domain-error.js';
import { totpAlreadyEnrolled } from './staff.errors.js';
import { WorkerFields } from './worker-fields.js';
import type { Worker } from './worker.entity.js';
import { WorkersRepository } from './workers.repository.js';

/** What a worker signs in by, for identity alone. */
export interface WorkerCredentialsView {
  readonly workerId: string;
  readonly emailKey: string;
  readonly passwordHash: string | null;
  readonly isTotpEnrolled: boolean;
  readonly totpLastUsedStep: number | null;
}

/** Passwords and authenticator apps of workers. A worker who has left has none. */
@Injectable()
export class WorkerCredentials {
  constructor(
    private readonly workers: WorkersRepository,
    private readonly fields: WorkerFields,
    private readonly clock: Clock,
  ) {}

  async findByEmailKey(emailKey: string): Promise<WorkerCredentialsView | null> {
    const worker = await this.workers.findByEmailKey(emailKey);
    return worker?.isActive ? viewOf(worker) : null;
  }

  async get(workerId: string): Promise<WorkerCredentialsView> {
    const worker = await this.workers.find(workerId);
    if (!worker?.isActive) throw notFound();
    return viewOf(worker);
  }

  async setPassword(workerId: string, passwordHash: string): Promise<void> {
    if (!(await this.workers.setPassword(workerId, passwordHash))) throw notFound();
  }

  /**
   * In the transaction of a sign-in: the password is still the one that was proven; it is hashed anew as `renewed`.
   * False when it was changed meanwhile.
   */
  confirmPassword(workerId: string, proven: string, renewed: string): Promise<boolean> {
    return this.workers.confirmPassword(workerId, proven, renewed);
  }

  /** Keeps a new secret, not yet proven; the one before is void. */
  async offerTotp(workerId: string, secret: Buffer): Promise<void> {
    const sealed = await this.fields.sealSecret(workerId, secret);
    if (!(await this.workers.offerTotp(workerId, sealed))) throw totpAlreadyEnrolled();
  }

  /** The secret, proven or offered; null when there is none. */
  async findTotpSecret(workerId: string): Promise<Buffer | null> {
    const worker = await this.workers.find(workerId);
    return worker?.totpSecret ? this.fields.openSecret(workerId, worker.totpSecret) : null;
  }

  /** False when the secret is no longer the one that was proven: another was offered meanwhile (security-rules 6). */
  async enrolTotp(workerId: string, proven: Buffer, step: number): Promise<boolean> {
    const worker = await this.workers.find(workerId);
    if (!worker?.totpSecret) return false;
    if (worker.totpEnrolledAt !== null) throw totpAlreadyEnrolled();
    if (!proven.equals(await this.fields.openSecret(workerId, worker.totpSecret))) return false;
    return this.workers.enrolTotp(workerId, worker.totpSecret, step, this.clock.now());
  }

  /** False when the step was used before (security-rules 6). */
  useTotpStep(workerId: string, step: number): Promise<boolean> {
    return this.workers.useTotpStep(workerId, step);
  }
}

const viewOf = (worker: Worker): WorkerCredentialsView => ({
  workerId: worker.id,
  emailKey: worker.emailKey,
  passwordHash: worker.passwordHash,
  isTotpEnrolled: worker.totpEnrolledAt !== null,
  totpLastUsedStep: worker.totpLastUsedStep,
});
