import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTableIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** Links that are live now are the first to be kept; those replaced before are not known any more. */
const keepPresentLinks = `INSERT INTO issued_links (linkHash, invitationId)
  SELECT i.linkHash, i.id FROM invitations i WHERE i.linkHash IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM issued_links l WHERE l.linkHash = i.linkHash)`;

export class KeepIssuedLinks1764000700000 implements MigrationInterface {
  readonly name = 'KeepIssuedLinks1764000700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    const columns = [column.key('linkHash', 64, { primary: true }), column.key('invitationId', 36)];
    await createTableIfMissing(queryRunner, new Table({ name: 'issued_links', columns }));
    await queryRunner.query(keepPresentLinks);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
