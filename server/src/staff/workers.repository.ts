import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { Worker } from './worker.entity.js';

@Injectable()
export class WorkersRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Worker | null> {
    return this.database.selectById(Worker, id);
  }

  findByEmailKey(emailKey: string): Promise<Worker | null> {
    return this.database.run((manager) => manager.findOneBy(Worker, { emailKey }));
  }

  listByIds(ids: readonly string[]): Promise<Worker[]> {
    return this.database.selectByIds(Worker, ids);
  }

  list(): Promise<Worker[]> {
    return this.database.run((manager) => manager.find(Worker));
  }

  /** False when the address already has a worker. */
  insert(worker: Worker): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, Worker, worker));
  }

  setPassword(id: string, passwordHash: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Worker, { where: { id, isActive: true }, set: { passwordHash } }),
    );
  }

  /** Locks the row; false when the password is no longer the one that was proven, or the worker has left. */
  confirmPassword(id: string, proven: string, renewed: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Worker, {
        where: { id, isActive: true, passwordHash: proven },
        set: { passwordHash: renewed },
      }),
    );
  }

  /** Puts a secret in place of the last one; false when an app is enrolled already. */
  offerTotp(id: string, totpSecret: Buffer): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Worker, {
        where: { id, totpEnrolledAt: IsNull() },
        set: { totpSecret, totpLastUsedStep: null },
      }),
    );
  }

  /** False when an app is enrolled already, or another secret was offered since `totpSecret` was read. */
  enrolTotp(id: string, totpSecret: Buffer, step: number, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Worker, {
        where: { id, totpSecret, totpEnrolledAt: IsNull() },
        set: { totpEnrolledAt: now, totpLastUsedStep: step },
      }),
    );
  }

  /** False when this step or a later one was used before: of two requests with one code, one gets in. */
  useTotpStep(id: string, step: number): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Worker, {
        where: { id, totpLastUsedStep: LessThan(step) },
        set: { totpLastUsedStep: step },
      }),
    );
  }
}
