import { Module } from '@nestjs/common';
import { LiveModule } from '../live/index.js';
import { PeopleModule } from '../people/index.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { Accesses } from './accesses.js';
import { AccountHolders } from './account-holders.js';
import { AccessesRepository } from './accesses.repository.js';
import { Nicknames } from './nicknames.js';
import { UsableAccounts } from './usable-accounts.js';

@Module({
  imports: [LiveModule, PeopleModule],
  controllers: [AccessController],
  providers: [AccessesRepository, Accesses, AccountHolders, Nicknames, UsableAccounts, AccessService],
  exports: [Accesses, AccountHolders, Nicknames, UsableAccounts],
})
export class AccountsModule {}
