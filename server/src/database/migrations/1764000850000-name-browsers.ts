import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumnIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** What a session was begun with, so that people know their own devices again. */
export class NameBrowsers1764000850000 implements MigrationInterface {
  readonly name = 'NameBrowsers1764000850000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    for (const name of ['browser', 'operatingSystem']) {
      await addColumnIfMissing(queryRunner, 'sessions', column.choice(name, { nullable: true }));
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
