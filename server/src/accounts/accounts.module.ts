import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { Accesses } from './accesses.js';
import { AccountHolders } from './account-holders.js';
import { AccessesRepository } from './accesses.repository.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [AccountsController, AccessController],
  providers: [AccessesRepository, Accesses, AccountHolders, AccountsService, AccessService],
  exports: [Accesses, AccountHolders],
})
export class AccountsModule {}
