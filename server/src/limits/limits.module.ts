import { Global, Module } from '@nestjs/common';
import { LimitsCleaning } from './limits-cleaning.js';
import { Limits } from './limits.js';
import { LimitsRepository } from './limits.repository.js';

/** Global: any feature may need to slow somebody down. */
@Global()
@Module({ providers: [LimitsRepository, Limits, LimitsCleaning], exports: [Limits] })
export class LimitsModule {}
