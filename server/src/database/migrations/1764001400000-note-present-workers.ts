import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** Which workers have which thread open. */
export class NotePresentWorkers1764001400000 implements MigrationInterface {
  readonly name = 'NotePresentWorkers1764001400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, threadPresences(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function threadPresences(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'thread_presences',
    columns: [
      column.id('id'),
      column.reference('threadId'),
      column.reference('workerId'),
      column.timestamp('seenAt'),
    ],
    indices: [
      new TableIndex({
        name: 'ix_thread_presences_once',
        columnNames: ['threadId', 'workerId'],
        isUnique: true,
      }),
    ],
    foreignKeys: [
      new TableForeignKey({
        name: 'fk_thread_presences_thread',
        columnNames: ['threadId'],
        referencedTableName: 'threads',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      }),
    ],
  });
}
