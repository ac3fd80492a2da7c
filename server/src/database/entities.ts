import type { ObjectLiteral } from 'typeorm';
import { AccessEntity } from '../accounts/access.entity.js';
import { AuditEvent, AuditHead } from '../audit/audit-event.entity.js';
import { ClockMark } from '../clock/clock-mark.entity.js';
import { DataKey } from '../crypto/data-key.entity.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { Challenge } from '../identity/challenges/challenge.entity.js';
import { Device } from '../identity/devices/device.entity.js';
import { Session } from '../identity/sessions/session.entity.js';
import { AttemptBucket } from '../identity/sign-in/attempt-bucket.entity.js';
import { SupportAct } from '../identity/support/support-act.entity.js';
import { User } from '../identity/users/user.entity.js';
import { InvitationEntity } from '../invitations/invitation.entity.js';
import { IssuedLink } from '../invitations/issued-link.entity.js';
import { LimitTimes } from '../limits/limit.entity.js';
import { GatewayReport } from '../notifications/gateway-report.entity.js';
import { OutboxRow } from '../notifications/outbox.entity.js';
import { AllocationEntity } from '../people/allocation.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PlacementEntity } from '../people/placement.entity.js';
import { RecoveryCode } from '../staff/recovery-code.entity.js';
import { SetPasswordToken } from '../staff/set-password-token.entity.js';
import { Team } from '../staff/team.entity.js';
import { Worker } from '../staff/worker.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';

/** Every entity, in the order of their files. */
export const entities: readonly (new () => ObjectLiteral)[] = [
  AccessEntity,
  AuditEvent,
  AuditHead,
  ClockMark,
  DataKey,
  IdempotencyKey,
  Challenge,
  Device,
  Session,
  AttemptBucket,
  SupportAct,
  User,
  InvitationEntity,
  IssuedLink,
  LimitTimes,
  GatewayReport,
  OutboxRow,
  AllocationEntity,
  PersonEntity,
  PlacementEntity,
  RecoveryCode,
  SetPasswordToken,
  Team,
  Worker,
  TaskEntity,
];
