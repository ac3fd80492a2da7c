import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** Audit chain, limits and idempotency keys. */
export class CreatePlatform1764000050000 implements MigrationInterface {
  readonly name = 'CreatePlatform1764000050000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, auditEvents(queryRunner));
    await createTableIfMissing(queryRunner, auditHead(queryRunner));
    await createTableIfMissing(queryRunner, limits(queryRunner));
    await createTableIfMissing(queryRunner, idempotencyKeys(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function auditEvents(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'audit_events',
    columns: [
      column.id('id'),
      column.integer('seq'),
      column.timestamp('at'),
      column.text('actorKind', 16),
      column.key('actorId', 36, { nullable: true }),
      column.key('onBehalfOf', 36, { nullable: true }),
      column.key('sessionId', 36, { nullable: true }),
      column.text('ip', 64),
      column.text('requestId', 64),
      column.text('action', 64),
      column.text('objectType', 32),
      column.key('objectId', 36, { nullable: true }),
      column.text('outcome', 16),
      column.json('detail'),
      column.key('prevHash', 64),
      column.key('hash', 64),
    ],
    indices: [
      new TableIndex({ name: 'ix_audit_events_seq', columnNames: ['seq'], isUnique: true }),
      new TableIndex({ name: 'ix_audit_events_object', columnNames: ['objectType', 'objectId', 'seq'] }),
    ],
  });
}

function auditHead(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'audit_head',
    columns: [{ ...column.key('id', 8), isPrimary: true }, column.integer('seq'), column.key('hash', 64)],
  });
}

function limits(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'limits',
    columns: [column.key('id', 64, { primary: true }), column.key('times', 1100), column.timestamp('endsAt')],
    indices: [new TableIndex({ name: 'ix_limits_ends', columnNames: ['endsAt'] })],
  });
}

function idempotencyKeys(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'idempotency_keys',
    columns: [
      { ...column.key('id', 64), isPrimary: true },
      column.key('bodyHash', 64),
      column.bytes('reply', { nullable: true }),
      column.timestamp('expiresAt'),
    ],
    indices: [new TableIndex({ name: 'ix_idempotency_keys_expires', columnNames: ['expiresAt'] })],
  });
}
