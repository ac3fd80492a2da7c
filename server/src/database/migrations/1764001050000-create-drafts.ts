import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** What carers have begun to write, and ready texts for answers. */
export class CreateDrafts1764001050000 implements MigrationInterface {
  readonly name = 'CreateDrafts1764001050000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, drafts(queryRunner));
    await createTableIfMissing(queryRunner, answerTemplates(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function drafts(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'drafts',
    columns: [
      column.id('id'),
      column.reference('userId'),
      column.reference('accountId'),
      column.choice('kind'),
      column.reference('targetId'),
      column.key('placeKey', 64),
      column.bytes('content'),
      column.integer('revision'),
      column.timestamp('savedAt'),
    ],
    indices: [
      index('ix_drafts_place', ['placeKey'], true),
      index('ix_drafts_user', ['userId', 'savedAt']),
      index('ix_drafts_account', ['accountId']),
    ],
  });
}

function answerTemplates(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'answer_templates',
    columns: [
      column.id('id'),
      column.reference('teamId', { nullable: true }),
      column.text('name', 80),
      column.longText('body'),
      column.timestamp('createdAt'),
    ],
    indices: [index('ix_answer_templates_team', ['teamId'])],
  });
}
