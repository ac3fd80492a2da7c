import { Global, Module } from '@nestjs/common';
import { AuditCheckpoints } from './audit-checkpoints.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerification } from './audit-verification.js';
import { AuditRepository } from './audit.repository.js';
import { CheckpointSchedule } from './checkpoint-schedule.js';

/** Global: every feature records what it does. */
@Global()
@Module({
  providers: [AuditRepository, AuditTrail, AuditCheckpoints, AuditVerification, CheckpointSchedule],
  exports: [AuditTrail, AuditVerification],
})
export class AuditModule {}
