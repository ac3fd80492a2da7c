import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** Invitations, the accesses that they offer, and the tasks that workers get from them. */
export class CreateInvitations1764000500000 implements MigrationInterface {
  readonly name = 'CreateInvitations1764000500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, invitations(queryRunner));
    await createTableIfMissing(queryRunner, accesses(queryRunner));
    await createTableIfMissing(queryRunner, tasks(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function invitations(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'invitations',
    columns: [
      column.id('id'),
      column.key('carerId', 36),
      column.key('teamId', 36, { nullable: true }),
      column.choice('state'),
      column.bytes('email'),
      column.key('emailIndex', 32),
      column.text('codeHash', 120),
      column.timestamp('codeIssuedAt'),
      column.timestamp('codeExpiresAt'),
      column.integer('wrongTries'),
      column.key('linkHash', 64, { nullable: true }),
      column.timestamp('linkExpiresAt', { nullable: true }),
      column.key('invitedBy', 36),
      column.choice('identifiedBy', { nullable: true }),
      column.key('confirmedBy', 36, { nullable: true }),
      column.timestamp('confirmedAt', { nullable: true }),
      column.key('firstApprovedBy', 36, { nullable: true }),
      column.bytes('closedReason', { nullable: true }),
      column.timestamp('createdAt'),
    ],
    indices: [
      index('ix_invitations_carer', ['carerId', 'state']),
      index('ix_invitations_team', ['teamId', 'state']),
      index('ix_invitations_email', ['emailIndex', 'state']),
      index('ix_invitations_link', ['linkHash']),
    ],
  });
}

function accesses(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'accesses',
    columns: [
      column.id('id'),
      column.key('personId', 36),
      column.key('carerId', 36),
      column.key('invitationId', 36),
      column.key('userId', 36, { nullable: true }),
      column.choice('state'),
      column.timestamp('createdAt'),
      column.timestamp('acceptedAt', { nullable: true }),
      column.timestamp('startsAt', { nullable: true }),
      column.timestamp('endsAt', { nullable: true }),
      column.bytes('reason', { nullable: true }),
    ],
    indices: [
      index('ix_accesses_user', ['userId', 'state']),
      index('ix_accesses_person', ['personId', 'state']),
      index('ix_accesses_carer', ['carerId', 'state']),
      index('ix_accesses_invitation', ['invitationId', 'state']),
    ],
  });
}

function tasks(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'tasks',
    columns: [
      column.id('id'),
      column.choice('kind'),
      column.choice('state'),
      column.key('openKey', 64, { nullable: true }),
      column.key('personId', 36, { nullable: true }),
      column.key('invitationId', 36, { nullable: true }),
      column.key('teamId', 36, { nullable: true }),
      column.key('workerId', 36, { nullable: true }),
      column.boolean('isUrgent'),
      column.timestamp('createdAt'),
      column.timestamp('doneAt', { nullable: true }),
      column.key('doneBy', 36, { nullable: true }),
      column.bytes('note', { nullable: true }),
    ],
    indices: [
      index('ix_tasks_open_key', ['openKey'], true),
      index('ix_tasks_team', ['teamId', 'state', 'createdAt']),
      index('ix_tasks_worker', ['workerId', 'state', 'createdAt']),
      index('ix_tasks_invitation', ['invitationId', 'state']),
    ],
  });
}
