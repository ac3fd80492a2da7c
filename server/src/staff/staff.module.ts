import { Module } from '@nestjs/common';
import { AddWorker } from './add-worker.js';
import { Covers } from './covers.js';
import { CoversController } from './covers.controller.js';
import { CoversRepository } from './covers.repository.js';
import { EnrolWorker } from './enrol-worker.js';
import { RecoveryCodes } from './recovery-codes.js';
import { RecoveryCodesRepository } from './recovery-codes.repository.js';
import { SetPasswordTokens } from './set-password-tokens.js';
import { SetPasswordTokensRepository } from './set-password-tokens.repository.js';
import { StaffController } from './staff.controller.js';
import { StaffService } from './staff.service.js';
import { TeamsRepository } from './teams.repository.js';
import { Teams } from './teams.service.js';
import { WorkerCredentials } from './worker-credentials.js';
import { WorkerFields } from './worker-fields.js';
import { WorkersRepository } from './workers.repository.js';
import { Workers } from './workers.service.js';

const shown = [
  Workers,
  Teams,
  Covers,
  AddWorker,
  EnrolWorker,
  WorkerCredentials,
  RecoveryCodes,
  SetPasswordTokens,
];

@Module({
  controllers: [StaffController, CoversController],
  providers: [
    ...shown,
    StaffService,
    WorkerFields,
    WorkersRepository,
    CoversRepository,
    TeamsRepository,
    RecoveryCodesRepository,
    SetPasswordTokensRepository,
  ],
  exports: shown,
})
export class StaffModule {}
