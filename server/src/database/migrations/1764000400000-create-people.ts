import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

const toPerson = (name: string, column: string) =>
  new TableForeignKey({
    name,
    columnNames: [column],
    referencedTableName: 'people',
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  });

/** People, who cares for whom, and which worker looks after them. */
export class CreatePeople1764000400000 implements MigrationInterface {
  readonly name = 'CreatePeople1764000400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, people(queryRunner));
    await createTableIfMissing(queryRunner, placements(queryRunner));
    await createTableIfMissing(queryRunner, allocations(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function people(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'people',
    columns: [
      column.id('id'),
      column.choice('kind'),
      column.key('dataKeyId', 36),
      column.key('teamId', 36, { nullable: true }),
      column.key('householdId', 36, { nullable: true }),
      column.key('emailIndex', 32, { nullable: true }),
      column.bytes('details'),
      column.timestamp('createdAt'),
    ],
    indices: [
      new TableIndex({ name: 'ix_people_team', columnNames: ['teamId', 'kind'] }),
      new TableIndex({ name: 'ix_people_email', columnNames: ['emailIndex'], isUnique: true }),
      new TableIndex({ name: 'ix_people_household', columnNames: ['householdId'] }),
    ],
  });
}

function placements(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'placements',
    columns: [
      column.id('id'),
      column.reference('carerId'),
      column.reference('childId'),
      column.key('startsOn', 10),
      column.key('endsOn', 10, { nullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'ix_placements_carer', columnNames: ['carerId'] }),
      new TableIndex({ name: 'ix_placements_child', columnNames: ['childId'] }),
    ],
    foreignKeys: [toPerson('fk_placements_carer', 'carerId'), toPerson('fk_placements_child', 'childId')],
  });
}

function allocations(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'allocations',
    columns: [
      column.id('id'),
      column.reference('personId'),
      column.key('workerId', 36),
      column.choice('role'),
      column.timestamp('startsAt'),
      column.timestamp('endsAt', { nullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'ix_allocations_person', columnNames: ['personId', 'endsAt'] }),
      new TableIndex({ name: 'ix_allocations_worker', columnNames: ['workerId', 'endsAt'] }),
    ],
    foreignKeys: [toPerson('fk_allocations_person', 'personId')],
  });
}
