import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { createIndexIfMissing, createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** By which the hourly jobs find what they may forget, and the codes of one person are found. */
const INDICES = [
  ['users', 'ix_users_phone_given', ['phoneGivenAt']],
  ['sessions', 'ix_sessions_expires', ['expiresAt']],
  ['challenges', 'ix_challenges_expires', ['expiresAt']],
  ['challenges', 'ix_challenges_subject', ['subject', 'purpose']],
  ['attempt_buckets', 'ix_attempt_buckets_last', ['lastAttemptAt']],
] as const;

/** Limits keep times in place of counts. The counts go: the longest of them would have ended within a day. */
export class KeepLimitTimes1764000700000 implements MigrationInterface {
  readonly name = 'KeepLimitTimes1764000700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    if (await queryRunner.hasColumn('limits', 'startedAt')) await queryRunner.dropTable('limits');
    await createTableIfMissing(queryRunner, limits(queryRunner));
    for (const [table, name, columnNames] of INDICES) {
      await createIndexIfMissing(queryRunner, table, new TableIndex({ name, columnNames: [...columnNames] }));
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function limits(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'limits',
    columns: [column.key('id', 64, { primary: true }), column.key('times', 1100), column.timestamp('endsAt')],
    indices: [new TableIndex({ name: 'ix_limits_ends', columnNames: ['endsAt'] })],
  });
}
