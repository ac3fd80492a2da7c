import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { UsersRepository } from '../users/users.repository.js';

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Numbers whose set-up nobody finished within a day are dropped (security-rules 5.7). */
@Injectable()
export class AbandonedPhones {
  constructor(
    private readonly users: UsersRepository,
    private readonly clock: Clock,
  ) {}

  drop(): Promise<void> {
    return this.users.dropAbandonedPhones(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
