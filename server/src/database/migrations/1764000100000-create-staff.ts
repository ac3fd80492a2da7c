import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

export class CreateStaff1764000100000 implements MigrationInterface {
  readonly name = 'CreateStaff1764000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTeams(queryRunner);
    await createWorkers(queryRunner);
    await createRecoveryCodes(queryRunner);
    await createSetPasswordTokens(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

async function createTeams(queryRunner: QueryRunner): Promise<void> {
  const column = tableColumns(queryRunner);
  const columns = [column.id('id'), column.text('name', 120), column.timestamp('createdAt')];
  await createTableIfMissing(queryRunner, new Table({ name: 'teams', columns }));
}

async function createWorkers(queryRunner: QueryRunner): Promise<void> {
  const column = tableColumns(queryRunner);
  await createTableIfMissing(
    queryRunner,
    new Table({
      name: 'workers',
      columns: [
        column.id('id'),
        column.bytes('firstName'),
        column.bytes('lastName'),
        column.bytes('email'),
        column.key('emailKey', 32),
        column.choice('role'),
        column.reference('teamId', { nullable: true }),
        column.boolean('isActive'),
        column.text('passwordHash', 255, { nullable: true }),
        column.bytes('totpSecret', { nullable: true }),
        column.integer('totpLastUsedStep', { nullable: true }),
        column.timestamp('totpEnrolledAt', { nullable: true }),
        column.timestamp('createdAt'),
      ],
      indices: [
        { name: 'ix_workers_email', columnNames: ['emailKey'], isUnique: true },
        { name: 'ix_workers_team', columnNames: ['teamId'] },
      ],
      foreignKeys: [
        {
          name: 'fk_workers_team',
          columnNames: ['teamId'],
          referencedTableName: 'teams',
          referencedColumnNames: ['id'],
          onDelete: 'RESTRICT',
          onUpdate: 'NO ACTION',
        },
      ],
    }),
  );
}

const workerKey = (name: string) => ({
  name,
  columnNames: ['workerId'],
  referencedTableName: 'workers',
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
  onUpdate: 'NO ACTION',
});

async function createRecoveryCodes(queryRunner: QueryRunner): Promise<void> {
  const column = tableColumns(queryRunner);
  await createTableIfMissing(
    queryRunner,
    new Table({
      name: 'recovery_codes',
      columns: [
        column.id('id'),
        column.reference('workerId'),
        column.text('codeHash', 120),
        column.timestamp('usedAt', { nullable: true }),
      ],
      indices: [{ name: 'ix_recovery_codes_worker', columnNames: ['workerId'] }],
      foreignKeys: [workerKey('fk_recovery_codes_worker')],
    }),
  );
}

async function createSetPasswordTokens(queryRunner: QueryRunner): Promise<void> {
  const column = tableColumns(queryRunner);
  await createTableIfMissing(
    queryRunner,
    new Table({
      name: 'set_password_tokens',
      columns: [
        column.key('tokenHash', 64, { primary: true }),
        column.reference('workerId'),
        column.timestamp('expiresAt'),
        column.timestamp('usedAt', { nullable: true }),
      ],
      indices: [{ name: 'ix_set_password_tokens_worker', columnNames: ['workerId'] }],
      foreignKeys: [workerKey('fk_set_password_tokens_worker')],
    }),
  );
}
