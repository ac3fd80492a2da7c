import { Global, Module } from '@nestjs/common';
import { IdempotencyCleaning } from './idempotency-cleaning.js';
import { Idempotency } from './idempotency.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** Global: accept, activate, send, submit and upload need it in every feature. */
@Global()
@Module({ providers: [IdempotencyRepository, Idempotency, IdempotencyCleaning], exports: [Idempotency] })
export class IdempotencyModule {}
