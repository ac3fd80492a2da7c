import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumnIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

export class NotePhoneChanges1764000870000 implements MigrationInterface {
  readonly name = 'NotePhoneChanges1764000870000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await addColumnIfMissing(queryRunner, 'users', column.timestamp('phoneChangedAt', { nullable: true }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
