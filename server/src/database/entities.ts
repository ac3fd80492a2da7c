import type { ObjectLiteral } from 'typeorm';
import { AccessEntity } from '../accounts/access.entity.js';
import { AuditEvent, AuditHead } from '../audit/audit-event.entity.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { InvitationEntity } from '../invitations/invitation.entity.js';
import { LimitCount } from '../limits/limit.entity.js';
import { AllocationEntity } from '../people/allocation.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PlacementEntity } from '../people/placement.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { DataKey } from '../crypto/data-key.entity.js';
import { GatewayReport } from '../notifications/gateway-report.entity.js';
import { OutboxRow } from '../notifications/outbox.entity.js';

/** Every entity, in the order of their files. */
export const entities: readonly (new () => ObjectLiteral)[] = [
  AccessEntity,
  AuditEvent,
  AuditHead,
  IdempotencyKey,
  InvitationEntity,
  LimitCount,
  AllocationEntity,
  PersonEntity,
  PlacementEntity,
  TaskEntity,
  DataKey,
  GatewayReport,
  OutboxRow,
];
