import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** Foster carers' recordings, who has read them, and who covers for a worker who is away. */
export class CreateRecordings1764001100000 implements MigrationInterface {
  readonly name = 'CreateRecordings1764001100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, recordings(queryRunner));
    await createTableIfMissing(queryRunner, recordingReads(queryRunner));
    await createTableIfMissing(queryRunner, covers(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function recordings(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'recordings',
    columns: [
      column.id('id'),
      column.reference('accountId'),
      column.reference('carerId'),
      column.reference('userId'),
      column.reference('additionTo', { nullable: true }),
      column.key('coversFrom', 10),
      column.key('coversTo', 10),
      column.bytes('content'),
      column.timestamp('sentAt'),
      column.integer('daysLate'),
      column.reference('supervisorId', { nullable: true }),
      column.reference('teamId', { nullable: true }),
      column.boolean('isOpen'),
      column.timestamp('countersignedAt', { nullable: true }),
      column.reference('countersignedBy', { nullable: true }),
      column.reference('messageId', { nullable: true }),
      column.reference('threadId', { nullable: true }),
    ],
    indices: [
      index('ix_recordings_author', ['userId', 'id']),
      index('ix_recordings_child', ['accountId', 'id']),
      index('ix_recordings_countersign', ['supervisorId', 'isOpen', 'id']),
      index('ix_recordings_team', ['teamId', 'isOpen', 'id']),
      index('ix_recordings_addition', ['additionTo']),
      index('ix_recordings_message', ['messageId'], true),
    ],
  });
}

function recordingReads(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'recording_reads',
    columns: [
      column.id('id'),
      column.reference('recordingId'),
      column.reference('workerId'),
      column.timestamp('readAt'),
    ],
    indices: [index('ix_recording_reads_once', ['recordingId', 'workerId'], true)],
    foreignKeys: [
      new TableForeignKey({
        name: 'fk_recording_reads_recording',
        columnNames: ['recordingId'],
        referencedTableName: 'recordings',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      }),
    ],
  });
}

function covers(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'covers',
    columns: [
      column.id('id'),
      column.reference('workerId'),
      column.reference('coverId'),
      column.key('startsOn', 10),
      column.key('endsOn', 10),
      column.timestamp('createdAt'),
      column.timestamp('endedAt', { nullable: true }),
    ],
    indices: [
      index('ix_covers_worker', ['workerId', 'endsOn']),
      index('ix_covers_cover', ['coverId', 'endsOn']),
    ],
  });
}
