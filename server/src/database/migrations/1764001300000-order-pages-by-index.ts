import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndexIfMissing, dropIndexIfThere } from '../schema-steps.js';

/** Each page of the inbox and of a carer's threads is read from an index in the order in which it is shown. */
const pages: readonly (readonly [table: string, name: string, columnNames: string[]])[] = [
  ['threads', 'ix_threads_team_wait', ['teamId', 'state', 'isUrgent', 'lastMessageId', 'id']],
  ['threads', 'ix_threads_addressee_wait', ['addresseeId', 'state', 'isUrgent', 'lastMessageId', 'id']],
  ['threads', 'ix_threads_holder_wait', ['holderId', 'state', 'isUrgent', 'lastMessageId', 'id']],
  [
    'thread_readers',
    'ix_thread_readers_page',
    ['readerId', 'accountId', 'unreadCount', 'lastMessageId', 'id'],
  ],
];

/** Those that the new ones begin with, or do the work of. */
const replaced: readonly (readonly [table: string, name: string])[] = [
  ['threads', 'ix_threads_addressee'],
  ['threads', 'ix_threads_holder'],
  ['thread_readers', 'ix_thread_readers_account'],
  ['thread_readers', 'ix_thread_readers_unread'],
];

export class OrderPagesByIndex1764001300000 implements MigrationInterface {
  readonly name = 'OrderPagesByIndex1764001300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of pages)
      await createIndexIfMissing(queryRunner, table, new TableIndex({ name, columnNames }));
    for (const [table, name] of replaced) await dropIndexIfThere(queryRunner, table, name);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
