import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumnIfMissing, createIndexIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** A task was about an invitation or nothing; now it names what it is about. */
export class LetTasksBeAboutAnything1764000900000 implements MigrationInterface {
  readonly name = 'LetTasksBeAboutAnything1764000900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await addColumnIfMissing(queryRunner, 'tasks', column.choice('aboutKind', { nullable: true }));
    await addColumnIfMissing(queryRunner, 'tasks', column.key('aboutId', 36, { nullable: true }));
    if (await queryRunner.hasColumn('tasks', 'invitationId')) await takeOver(queryRunner);
    const about = new TableIndex({ name: 'ix_tasks_about', columnNames: ['aboutId', 'state'] });
    await createIndexIfMissing(queryRunner, 'tasks', about);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

/** In plain SQL: TypeORM would build the table anew on SQLite to drop a column. */
async function takeOver(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(
    `UPDATE tasks SET aboutKind = 'invitation', aboutId = invitationId WHERE invitationId IS NOT NULL`,
  );
  const tasks = await queryRunner.getTable('tasks');
  const hasIndex = tasks?.indices.some(({ name }) => name === 'ix_tasks_invitation');
  if (hasIndex) await queryRunner.dropIndex('tasks', 'ix_tasks_invitation');
  await queryRunner.query('ALTER TABLE tasks DROP COLUMN invitationId');
}
