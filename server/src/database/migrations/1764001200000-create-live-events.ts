import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumnIfMissing, createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** How people learn of something new: live hints, notices by mail, and addresses whose mail comes back. */
export class CreateLiveEvents1764001200000 implements MigrationInterface {
  readonly name = 'CreateLiveEvents1764001200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await createTableIfMissing(queryRunner, liveEvents(queryRunner));
    await createTableIfMissing(queryRunner, notices(queryRunner));
    await addColumnIfMissing(queryRunner, 'users', column.timestamp('mailBouncedAt', { nullable: true }));
    await addColumnIfMissing(queryRunner, 'accesses', column.bytes('nickname', { nullable: true }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function liveEvents(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'live_events',
    columns: [column.id('id'), column.key('audience', 45), column.choice('kind'), column.timestamp('at')],
    indices: [new TableIndex({ name: 'ix_live_events_at', columnNames: ['at'] })],
  });
}

function notices(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'notices',
    columns: [
      column.id('id'),
      column.reference('userId'),
      column.choice('kind'),
      column.timestamp('lastSentAt', { nullable: true }),
      column.reference('lastMailId', { nullable: true }),
      column.timestamp('dueAt', { nullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'ix_notices_once', columnNames: ['userId', 'kind'], isUnique: true }),
      new TableIndex({ name: 'ix_notices_due', columnNames: ['dueAt'] }),
    ],
  });
}
