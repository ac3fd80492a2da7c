import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { PeopleModule } from '../people/index.js';
import { DraftStore } from './draft-store.js';
import { Drafts } from './drafts.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsRepository } from './drafts.repository.js';

@Module({
  imports: [AccountsModule, PeopleModule],
  controllers: [DraftsController],
  providers: [DraftsRepository, DraftStore, Drafts],
  exports: [DraftStore],
})
export class DraftsModule {}
