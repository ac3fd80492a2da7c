import { Module } from '@nestjs/common';
import { LiveModule } from '../live/index.js';
import { PeopleModule } from '../people/index.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { Accesses } from './accesses.js';
import { AccessesRepository } from './accesses.repository.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';

@Module({
  imports: [LiveModule, PeopleModule],
  controllers: [AccountsController, AccessController],
  providers: [AccessesRepository, Accesses, AccountsService, AccessService],
  exports: [Accesses],
})
export class AccountsModule {}
