import { Injectable } from '@nestjs/common';
import { notFound } from '../../errors/domain-error.js';
import { WorkerCredentials, Workers } from '../../staff/index.js';
import type { SessionKind } from '../sessions/session.entity.js';
import { UserFields } from '../users/user-fields.js';
import { UsersRepository } from '../users/users.repository.js';

/** Whose password it is: what the rule compares it with. */
export interface PasswordOwner {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

/** Carers and workers, as far as a password goes. */
@Injectable()
export class PasswordOwners {
  constructor(
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly workers: Workers,
    private readonly credentials: WorkerCredentials,
  ) {}

  async findByEmailKey(kind: SessionKind, emailKey: string): Promise<PasswordOwner | null> {
    if (kind === 'carer') return this.findUser(emailKey);
    const credentials = await this.credentials.findByEmailKey(emailKey);
    return credentials && this.getWorker(credentials.workerId);
  }

  async getWorker(workerId: string): Promise<PasswordOwner> {
    const { id, firstName, lastName, email } = await this.workers.get(workerId);
    const { passwordHash } = await this.credentials.get(workerId);
    return { id, firstName, lastName, email, passwordHash };
  }

  async setPassword(kind: SessionKind, id: string, passwordHash: string): Promise<void> {
    if (kind === 'worker') return this.credentials.setPassword(id, passwordHash);
    if (!(await this.users.setPassword(id, passwordHash))) throw notFound();
  }

  private async findUser(emailKey: string): Promise<PasswordOwner | null> {
    const user = await this.users.findByEmailKey(emailKey);
    if (!user) return null;
    const [firstName, lastName, email] = await Promise.all([
      this.fields.open(user, 'firstName'),
      this.fields.open(user, 'lastName'),
      this.fields.open(user, 'email'),
    ]);
    return { id: user.id, firstName, lastName, email, passwordHash: user.passwordHash };
  }
}
