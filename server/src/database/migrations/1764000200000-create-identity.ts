import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableOptions,
} from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { type TableColumns, tableColumns } from '../table-columns.js';

const nullable = { nullable: true };

export class CreateIdentity1764000200000 implements MigrationInterface {
  readonly name = 'CreateIdentity1764000200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    for (const table of [
      users(column),
      sessions(column),
      challenges(column),
      attemptBuckets(column),
      devices(column),
      supportActs(column),
    ]) {
      await createTableIfMissing(queryRunner, new Table(table));
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

const users = (column: TableColumns): TableOptions => ({
  name: 'users',
  columns: [
    column.id('id'),
    column.bytes('firstName'),
    column.bytes('lastName'),
    column.bytes('email'),
    column.key('emailKey', 32),
    column.text('passwordHash', 255),
    column.choice('state'),
    column.bytes('phone', nullable),
    column.key('phoneKey', 32, nullable),
    column.integer('phoneSlot', nullable),
    column.boolean('canText', nullable),
    column.timestamp('phoneGivenAt', nullable),
    column.timestamp('stepLockedUntil', nullable),
    column.boolean('needsUnlock'),
    column.timestamp('lastSignInAt', nullable),
    column.timestamp('createdAt'),
  ],
  indices: [
    { name: 'ix_users_email', columnNames: ['emailKey'], isUnique: true },
    { name: 'ix_users_phone', columnNames: ['phoneKey', 'phoneSlot'], isUnique: true },
    { name: 'ix_users_phone_given', columnNames: ['phoneGivenAt'] },
  ],
});

const sessions = (column: TableColumns): TableOptions => ({
  name: 'sessions',
  columns: [
    column.id('id'),
    column.choice('kind'),
    column.choice('stage'),
    column.reference('subjectId', nullable),
    column.key('emailKey', 32, nullable),
    column.bytes('email', nullable),
    column.timestamp('emailVerifiedAt', nullable),
    column.timestamp('createdAt'),
    column.timestamp('lastActivityAt'),
    column.timestamp('expiresAt'),
    column.timestamp('revokedAt', nullable),
  ],
  indices: [
    { name: 'ix_sessions_subject', columnNames: ['subjectId'] },
    { name: 'ix_sessions_expires', columnNames: ['expiresAt'] },
  ],
});

const challenges = (column: TableColumns): TableOptions => ({
  name: 'challenges',
  columns: [...challengeColumns(column), ...callColumns(column)],
  indices: [
    { name: 'ix_challenges_session', columnNames: ['pendingSessionHash', 'purpose'] },
    { name: 'ix_challenges_outbox', columnNames: ['outboxId'] },
    { name: 'ix_challenges_subject', columnNames: ['subject', 'purpose'] },
    { name: 'ix_challenges_expires', columnNames: ['expiresAt'] },
  ],
});

const challengeColumns = (column: TableColumns): TableColumnOptions[] => [
  column.id('id'),
  column.choice('purpose'),
  column.key('subject', 36),
  column.key('pendingSessionHash', 64),
  column.choice('channel'),
  column.key('destinationHash', 32),
  column.key('codeMac', 64, nullable),
  column.integer('attempts'),
  column.integer('maxAttempts'),
  column.integer('sendNumber'),
  column.reference('outboxId', nullable),
  column.timestamp('deliveryFailedAt', nullable),
  column.timestamp('createdAt'),
  column.timestamp('expiresAt'),
  column.timestamp('consumedAt', nullable),
  column.timestamp('supersededAt', nullable),
];

const callColumns = (column: TableColumns): TableColumnOptions[] => [
  column.key('digits', 2, nullable),
  column.choice('callState', nullable),
  column.timestamp('callDeadline', nullable),
  column.key('keysTyped', 8, nullable),
];

const attemptBuckets = (column: TableColumns): TableOptions => ({
  name: 'attempt_buckets',
  columns: [
    column.key('id', 64, { primary: true }),
    column.key('subject', 64),
    column.integer('failures'),
    column.integer('version'),
    column.timestamp('notBefore', nullable),
    column.timestamp('lockedUntil', nullable),
    column.timestamp('lastLockAt', nullable),
    column.integer('locks'),
    column.timestamp('lastAttemptAt'),
  ],
  indices: [
    { name: 'ix_attempt_buckets_subject', columnNames: ['subject'] },
    { name: 'ix_attempt_buckets_last', columnNames: ['lastAttemptAt'] },
  ],
});

const devices = (column: TableColumns): TableOptions => ({
  name: 'devices',
  columns: [column.key('id', 64, { primary: true }), column.timestamp('expiresAt')],
});

const supportActs = (column: TableColumns): TableOptions => ({
  name: 'support_acts',
  columns: [
    column.id('id'),
    column.reference('userId'),
    column.reference('workerId'),
    column.key('action', 40),
    column.bytes('reason'),
    column.timestamp('at'),
  ],
  indices: [{ name: 'ix_support_acts_user', columnNames: ['userId'] }],
  foreignKeys: [
    {
      name: 'fk_support_acts_user',
      columnNames: ['userId'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});
