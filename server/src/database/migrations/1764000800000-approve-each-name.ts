import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumnIfMissing } from '../schema-steps.js';
import { tableColumns } from '../table-columns.js';

/** A first approval was of all the names accepted by then, so each of them keeps it. */
const keepApprovals = `UPDATE accesses SET firstApprovedBy =
  (SELECT i.firstApprovedBy FROM invitations i WHERE i.id = accesses.invitationId)
  WHERE state = 'awaiting_activation' AND firstApprovedBy IS NULL`;

/** Moves the first of two approvals from the invitation to its names. No released build knows the old column. */
export class ApproveEachName1764000800000 implements MigrationInterface {
  readonly name = 'ApproveEachName1764000800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await addColumnIfMissing(queryRunner, 'accesses', column.key('firstApprovedBy', 36, { nullable: true }));
    if (!(await queryRunner.hasColumn('invitations', 'firstApprovedBy'))) return;
    await queryRunner.query(keepApprovals);
    await queryRunner.dropColumn('invitations', 'firstApprovedBy');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore the copy made before this one');
  }
}
