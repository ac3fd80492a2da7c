import type { ObjectLiteral } from 'typeorm';
import { AccessEntity } from '../accounts/access.entity.js';
import { AuditEvent, AuditHead } from '../audit/audit-event.entity.js';
import { ClockMark } from '../clock/clock-mark.entity.js';
import { DataKey } from '../crypto/data-key.entity.js';
import { DraftEntity } from '../drafts/draft.entity.js';
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
import { LiveEventEntity } from '../live/live-event.entity.js';
import { AnswerTemplateEntity } from '../messages/answer-template.entity.js';
import { MessageReadEntity } from '../messages/message-read.entity.js';
import { MessageTypeEntity } from '../messages/message-type.entity.js';
import { MessageEntity } from '../messages/message.entity.js';
import { ThreadEventEntity } from '../messages/thread-event.entity.js';
import { ThreadPresenceEntity } from '../messages/thread-presence.entity.js';
import { ThreadReaderEntity } from '../messages/thread-reader.entity.js';
import { ThreadEntity } from '../messages/thread.entity.js';
import { GatewayReport } from '../notifications/gateway-report.entity.js';
import { NoticeEntity } from '../notifications/notice.entity.js';
import { OutboxRow } from '../notifications/outbox.entity.js';
import { AllocationEntity } from '../people/allocation.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PlacementEntity } from '../people/placement.entity.js';
import { RecordingReadEntity } from '../recordings/recording-read.entity.js';
import { RecordingEntity } from '../recordings/recording.entity.js';
import { CoverEntity } from '../staff/cover.entity.js';
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
  DraftEntity,
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
  LiveEventEntity,
  AnswerTemplateEntity,
  MessageReadEntity,
  MessageTypeEntity,
  MessageEntity,
  ThreadEventEntity,
  ThreadPresenceEntity,
  ThreadReaderEntity,
  ThreadEntity,
  GatewayReport,
  NoticeEntity,
  OutboxRow,
  AllocationEntity,
  PersonEntity,
  PlacementEntity,
  RecordingReadEntity,
  RecordingEntity,
  CoverEntity,
  RecoveryCode,
  SetPasswordToken,
  Team,
  Worker,
  TaskEntity,
];
