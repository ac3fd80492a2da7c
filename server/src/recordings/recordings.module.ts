import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DraftsModule } from '../drafts/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { LiveModule } from '../live/index.js';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { MyRecordings } from './my-recordings.js';
import { MyRecordingsController } from './my-recordings.controller.js';
import { Record } from './record.js';
import { RecordingSeal } from './recording-seal.js';
import { RecordingViews } from './recording.view.js';
import { Recordings } from './recordings.js';
import { RecordingsController } from './recordings.controller.js';
import { RecordingsRepository } from './recordings.repository.js';

@Module({
  imports: [AccountsModule, DraftsModule, IdempotencyModule, LiveModule, PeopleModule, StaffModule],
  controllers: [MyRecordingsController, RecordingsController],
  providers: [RecordingsRepository, RecordingSeal, RecordingViews, Record, MyRecordings, Recordings],
  exports: [Recordings],
})
export class RecordingsModule {}
