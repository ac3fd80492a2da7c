import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { ClientHeaderGuard } from './client-header.guard.js';
import { ErrorFilter } from './error.filter.js';
import { Operations } from './operations.js';
import { Log } from '../log/log.js';
import { validationPipe } from './validation.js';

/** What stands around every handler, in this order: client header, (session: identity), validation, stripping. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    Operations,
    { provide: APP_GUARD, useClass: ClientHeaderGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    {
      provide: APP_INTERCEPTOR,
      inject: [Reflector],
      useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
    },
    { provide: APP_FILTER, inject: [Log], useFactory: (log: Log) => new ErrorFilter(log) },
  ],
  exports: [Operations],
})
export class HttpModule {}
