import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { LiveModule } from '../live/index.js';
import { PeopleModule } from '../people/index.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { Accesses } from './accesses.js';
import { AccountHolders } from './account-holders.js';
import { AccessesRepository } from './accesses.repository.js';
import { Nicknames } from './nicknames.js';
import { OpenedAccounts } from './opened-accounts.repository.js';
import { UsableAccounts } from './usable-accounts.js';

@Module({
  imports: [LiveModule, IdentityModule, PeopleModule],
  controllers: [AccessController],
  providers: [
    AccessesRepository,
    OpenedAccounts,
    Accesses,
    AccountHolders,
    Nicknames,
    UsableAccounts,
    AccessService,
  ],
  exports: [Accesses, OpenedAccounts, AccountHolders, Nicknames, UsableAccounts],
})
export class AccountsModule {}
