import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

const toThread = (name: string) =>
  new TableForeignKey({
    name,
    columnNames: ['threadId'],
    referencedTableName: 'threads',
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  });

/** Message types, and threads with their messages, readers and history. */
export class CreateMessages1764001000000 implements MigrationInterface {
  readonly name = 'CreateMessages1764001000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTableIfMissing(queryRunner, messageTypes(queryRunner));
    await addBuiltInTypes(queryRunner);
    await createTableIfMissing(queryRunner, threads(queryRunner));
    await createTableIfMissing(queryRunner, messages(queryRunner));
    await createTableIfMissing(queryRunner, messageReads(queryRunner));
    await createTableIfMissing(queryRunner, threadReaders(queryRunner));
    await createTableIfMissing(queryRunner, threadEvents(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}

function messageTypes(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'message_types',
    columns: [
      column.id('id'),
      column.choice('kind'),
      column.text('name', 80),
      column.text('guidance', 500),
      column.boolean('isBuiltIn'),
      column.boolean('isActive'),
      column.integer('position'),
      column.timestamp('createdAt'),
    ],
    indices: [index('ix_message_types_position', ['position'])],
  });
}

/** The guide's two. An admin may change their words, not switch them off. */
const builtInTypes = [
  {
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'conversation',
    name: 'Message your worker',
    guidance:
      'Ask or tell your worker something. It is read in office hours. If somebody is in danger, ring 999 first.',
    position: 1,
  },
  {
    id: '01890000-0000-7000-8000-000000000002',
    kind: 'recording',
    name: 'Foster carer recording',
    guidance:
      'Record a day or a week with a child: what happened, what you think, and the child’s own words.',
    position: 2,
  },
] as const;

async function addBuiltInTypes(queryRunner: QueryRunner): Promise<void> {
  for (const { id, kind, name, guidance, position } of builtInTypes) {
    const [found] = await queryRunner.query('SELECT id FROM message_types WHERE id = ?', [id]);
    if (found) continue;
    await queryRunner.query(
      `INSERT INTO message_types (id, kind, name, guidance, isBuiltIn, isActive, position, createdAt)
       VALUES (?, ?, ?, ?, 1, 1, ?, '2026-01-01 00:00:00.000')`,
      [id, kind, name, guidance, position],
    );
  }
}

function threads(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'threads',
    columns: [
      column.id('id'),
      column.reference('accountId'),
      column.reference('carerId'),
      column.reference('typeId', { nullable: true }),
      column.choice('state'),
      column.bytes('subject'),
      column.reference('teamId', { nullable: true }),
      column.reference('addresseeId', { nullable: true }),
      column.reference('holderId', { nullable: true }),
      column.boolean('isPrivate'),
      column.boolean('isUrgent'),
      column.integer('unreadCount'),
      column.reference('lastMessageId'),
      column.timestamp('lastMessageAt'),
      column.timestamp('waitingSince', { nullable: true }),
      column.timestamp('remindedAt', { nullable: true }),
      column.timestamp('escalatedAt', { nullable: true }),
      column.key('snoozedUntil', 10, { nullable: true }),
      column.timestamp('lockedAt', { nullable: true }),
      column.reference('movedToThreadId', { nullable: true }),
      column.timestamp('createdAt'),
    ],
    indices: [
      index('ix_threads_team', ['teamId', 'state', 'lastMessageId']),
      index('ix_threads_addressee', ['addresseeId', 'state', 'lastMessageId']),
      index('ix_threads_holder', ['holderId', 'state', 'lastMessageId']),
      index('ix_threads_account', ['accountId', 'lastMessageId']),
      index('ix_threads_waiting', ['waitingSince']),
      index('ix_threads_snoozed', ['snoozedUntil']),
    ],
  });
}

function messages(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'messages',
    columns: [
      column.id('id'),
      column.reference('threadId'),
      column.choice('author'),
      column.reference('authorId'),
      column.bytes('body'),
      column.timestamp('sentAt'),
      column.timestamp('withdrawnAt', { nullable: true }),
    ],
    indices: [index('ix_messages_thread', ['threadId', 'id'])],
    foreignKeys: [toThread('fk_messages_thread')],
  });
}

function messageReads(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'message_reads',
    columns: [
      column.id('id'),
      column.reference('messageId'),
      column.choice('side'),
      column.reference('readerId'),
      column.timestamp('readAt'),
    ],
    indices: [index('ix_message_reads_once', ['messageId', 'readerId'], true)],
    foreignKeys: [
      new TableForeignKey({
        name: 'fk_message_reads_message',
        columnNames: ['messageId'],
        referencedTableName: 'messages',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      }),
    ],
  });
}

function threadReaders(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'thread_readers',
    columns: [
      column.id('id'),
      column.reference('threadId'),
      column.choice('side'),
      column.reference('readerId'),
      column.reference('accountId'),
      column.reference('lastMessageId'),
      column.reference('lastReadMessageId', { nullable: true }),
      column.integer('unreadCount'),
    ],
    indices: [
      index('ix_thread_readers_thread', ['threadId', 'readerId'], true),
      index('ix_thread_readers_account', [
        'readerId',
        'accountId',
        'lastMessageId',
        'threadId',
        'unreadCount',
      ]),
      index('ix_thread_readers_unread', ['readerId', 'accountId', 'unreadCount']),
      index('ix_thread_readers_last', ['readerId', 'lastMessageId']),
    ],
    foreignKeys: [toThread('fk_thread_readers_thread')],
  });
}

function threadEvents(queryRunner: QueryRunner): Table {
  const column = tableColumns(queryRunner);
  return new Table({
    name: 'thread_events',
    columns: [
      column.id('id'),
      column.reference('threadId'),
      column.choice('kind'),
      column.reference('workerId'),
      column.reference('toId', { nullable: true }),
      column.bytes('reason', { nullable: true }),
      column.timestamp('at'),
    ],
    indices: [index('ix_thread_events_thread', ['threadId', 'id'])],
    foreignKeys: [toThread('fk_thread_events_thread')],
  });
}
