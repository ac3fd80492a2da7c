import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

export class CreateOutbox1764000300000 implements MigrationInterface {
  readonly name = 'CreateOutbox1764000300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await createTableIfMissing(
      queryRunner,
      new Table({
        name: 'outbox',
        columns: [
          column.id('id'),
          column.choice('channel'),
          column.choice('state'),
          column.bytes('content', { nullable: true }),
          column.choice('aboutKind', { nullable: true }),
          column.reference('aboutId', { nullable: true }),
          column.reference('challengeId', { nullable: true }),
          column.integer('attempts'),
          column.timestamp('createdAt'),
          column.timestamp('nextAttemptAt'),
          column.timestamp('notAfter'),
        ],
        indices: [
          { name: 'ix_outbox_due', columnNames: ['channel', 'state', 'nextAttemptAt'] },
          { name: 'ix_outbox_created', columnNames: ['createdAt'] },
        ],
      }),
    );
    await createTableIfMissing(
      queryRunner,
      new Table({
        name: 'gateway_reports',
        columns: [column.key('digest', 64, { primary: true }), column.timestamp('receivedAt')],
        indices: [{ name: 'ix_gateway_reports_received', columnNames: ['receivedAt'] }],
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
