import { Global, Module } from '@nestjs/common';
import { Limits } from './limits.js';
import { LimitsRepository } from './limits.repository.js';

/** Global: any feature may need to slow somebody down. */
@Global()
@Module({ providers: [LimitsRepository, Limits], exports: [Limits] })
export class LimitsModule {}
