import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

export class CreateDataKeys1764000000000 implements MigrationInterface {
  readonly name = 'CreateDataKeys1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await createTableIfMissing(
      queryRunner,
      new Table({
        name: 'data_keys',
        columns: [
          column.id('id'),
          column.key('kekId', 32),
          column.bytes('wrappedKey', { nullable: true }),
          column.timestamp('createdAt'),
          column.timestamp('destroyedAt', { nullable: true }),
        ],
        indices: [{ name: 'ix_data_keys_kek', columnNames: ['kekId'] }],
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
