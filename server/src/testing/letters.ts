import {
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  type MigrationInterface,
  type QueryRunner,
  type Relation,
  Table,
} from 'typeorm';
import { z } from 'zod';
import {
  booleanColumn,
  bytesColumn,
  choiceColumn,
  idColumn,
  integerColumn,
  jsonColumn,
  keyColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
  timestampColumn,
} from '../database/columns.js';
import { createTableIfMissing } from '../database/schema-steps.js';
import { tableColumns } from '../database/table-columns.js';

export const LetterState = z.enum(['draft', 'sent']);

/** A folder of letters: with `Letter` it has one column of every kind, for the tests of the database itself. */
@Entity('folders')
export class Folder {
  @idColumn()
  id: string;
}

@Entity('letters')
@Index('uq_letters_address', ['address'], { unique: true })
@Index('ix_letters_state_posted', ['state', 'postedAt'])
export class Letter {
  @idColumn()
  id: string;

  @keyColumn(190)
  address: string;

  @textColumn(200, { nullable: true })
  title: string | null;

  @longTextColumn({ nullable: true })
  body: string | null;

  @integerColumn()
  attempts: number;

  @booleanColumn()
  isRead: boolean;

  @timestampColumn({ nullable: true })
  postedAt: Date | null;

  @jsonColumn({ nullable: true })
  stamps: { colours: string[]; worth: number } | null;

  @choiceColumn(LetterState)
  state: z.infer<typeof LetterState>;

  @bytesColumn({ nullable: true })
  seal: Buffer | null;

  @referenceColumn({ nullable: true })
  folderId: string | null;

  @ManyToOne(() => Folder, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'folderId', foreignKeyConstraintName: 'fk_letters_folder' })
  folder?: Relation<Folder>;
}

export class CreateLetters1700000000000 implements MigrationInterface {
  readonly name = 'CreateLetters1700000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await createTableIfMissing(queryRunner, new Table({ name: 'folders', columns: [column.id('id')] }));
    await createTableIfMissing(
      queryRunner,
      new Table({
        name: 'letters',
        columns: [
          column.id('id'),
          column.key('address', 190),
          column.text('title', 200, { nullable: true }),
          column.longText('body', { nullable: true }),
          column.integer('attempts'),
          column.boolean('isRead'),
          column.timestamp('postedAt', { nullable: true }),
          column.json('stamps', { nullable: true }),
          column.choice('state'),
          column.bytes('seal', { nullable: true }),
          column.reference('folderId', { nullable: true }),
        ],
        indices: [
          { name: 'uq_letters_address', columnNames: ['address'], isUnique: true },
          { name: 'ix_letters_state_posted', columnNames: ['state', 'postedAt'] },
        ],
        foreignKeys: [
          {
            name: 'fk_letters_folder',
            columnNames: ['folderId'],
            referencedTableName: 'folders',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          },
        ],
      }),
    );
  }

  async down(): Promise<void> {}
}

export const letterDatabase = { entities: [Folder, Letter], migrations: [CreateLetters1700000000000] };

/** A letter that satisfies every column, with what the test cares about on top. */
export function letter(id: string, changes: Partial<Letter> = {}): Letter {
  return {
    id,
    address: `${id}@example.org`,
    title: null,
    body: null,
    attempts: 0,
    isRead: false,
    postedAt: null,
    stamps: null,
    state: 'draft',
    seal: null,
    folderId: null,
    ...changes,
  };
}
