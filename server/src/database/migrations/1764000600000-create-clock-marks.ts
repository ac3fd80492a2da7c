import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

export class CreateClockMarks1764000600000 implements MigrationInterface {
  readonly name = 'CreateClockMarks1764000600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    const columns = [column.key('id', 8, { primary: true }), column.timestamp('at')];
    await createTableIfMissing(queryRunner, new Table({ name: 'clock_marks', columns }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
