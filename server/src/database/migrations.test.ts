import { existsSync, statSync } from 'node:fs';
import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';
import { CreateLetters1700000000000, Folder, Letter, letter, letterDatabase } from '../testing/letters.js';
import { type Engine, emptyDatabase } from '../testing/test-database.js';
import { buildDataSource } from './data-source.js';
import { runMigrations } from './migrations.js';
import { migrations } from './migrations/index.js';
import { NodeSqlite } from './node-sqlite.js';
import { addColumnIfMissing, createIndexIfMissing, createTableIfMissing } from './schema-steps.js';
import { tableColumns } from './table-columns.js';

let failsHalfway = false;
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  failsHalfway = false;
  for (const close of closings.splice(0).reverse()) await close();
});

class AddPostcards1700000000001 implements MigrationInterface {
  readonly name = 'AddPostcards1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await createTableIfMissing(queryRunner, new Table({ name: 'postcards', columns: [column.id('id')] }));
    if (failsHalfway) throw new Error('power cut');
    await addColumnIfMissing(queryRunner, 'postcards', column.text('greeting', 50, { nullable: true }));
    const index = new TableIndex({ name: 'ix_postcards_greeting', columnNames: ['greeting'] });
    await createIndexIfMissing(queryRunner, 'postcards', index);
  }

  async down(): Promise<void> {}
}

/** SQLite changes a table by copying it, dropping the old one and renaming: children must survive that. */
class RebuildFolders1700000000002 implements MigrationInterface {
  readonly name = 'RebuildFolders1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    const column = tableColumns(queryRunner);
    await addColumnIfMissing(queryRunner, 'folders', column.integer('size', { nullable: true }));
    await queryRunner.dropColumn('folders', 'size');
  }

  async down(): Promise<void> {}
}

const first = [CreateLetters1700000000000];
const both = [...first, AddPostcards1700000000001];

describe.each<Engine>(['sqlite', 'mariadb'])('runMigrations on %s', (engine) => {
  async function database() {
    const { url, remove } = await emptyDatabase(engine);
    closings.push(remove);
    return async (list: (new () => MigrationInterface)[]) => {
      const { entities } = letterDatabase;
      const dataSource = await buildDataSource({ databaseUrl: url, entities, migrations: list });
      closings.push(() => dataSource.destroy());
      return dataSource;
    };
  }

  it('runs what is missing, once', async () => {
    const connect = await database();
    expect(await runMigrations(await connect(first))).toEqual(['CreateLetters1700000000000']);
    expect(await runMigrations(await connect(both))).toEqual(['AddPostcards1700000000001']);
    expect(await runMigrations(await connect(both))).toEqual([]);
  });

  it('refuses the database of a newer build and changes nothing', async () => {
    const connect = await database();
    await runMigrations(await connect(both));
    await expect(runMigrations(await connect(first))).rejects.toThrow(
      'The database was migrated by a newer build: this one does not know AddPostcards1700000000001',
    );
  });

  it('goes on after a migration that failed half-way', async () => {
    const connect = await database();
    failsHalfway = true;
    await expect(runMigrations(await connect(both))).rejects.toThrow('power cut');
    failsHalfway = false;
    const dataSource = await connect(both);
    expect(await runMigrations(dataSource)).toEqual(['AddPostcards1700000000001']);
    await dataSource.query("INSERT INTO postcards (id, greeting) VALUES ('p', 'hello')");
  });

  it('keeps the children of a table that it rebuilds', async () => {
    const connect = await database();
    const dataSource = await connect(first);
    await runMigrations(dataSource);
    await dataSource.manager.insert(Folder, { id: 'f1' });
    await dataSource.manager.insert(Letter, letter('l1', { folderId: 'f1' }));
    const later = await connect([...first, RebuildFolders1700000000002]);
    await runMigrations(later);
    expect(await later.manager.findBy(Letter, { folderId: 'f1' })).toHaveLength(1);
  });

  it("runs the product's migrations, in the order of their time", async () => {
    const connect = await database();
    const ran = await runMigrations(await connect([...migrations]));
    expect(ran).toHaveLength(migrations.length);
    expect(ran).toEqual([...ran].sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13))));
  });

  if (engine === 'mariadb') {
    it('lets one of several processes migrate while the others wait', async () => {
      const connect = await database();
      const processes = await Promise.all([connect(both), connect(both), connect(both)]);
      const ran = await Promise.all(processes.map(runMigrations));
      expect(ran.map(({ length }) => length).sort()).toEqual([0, 0, 2]);
    });

    it('compares text byte for byte', async () => {
      const connect = await database();
      const dataSource = await connect(first);
      await runMigrations(dataSource);
      const columns = await dataSource.query<{ name: string; collation: string }[]>(
        'SELECT column_name AS name, collation_name AS collation FROM information_schema.columns' +
          " WHERE table_schema = DATABASE() AND table_name = 'letters' AND collation_name IS NOT NULL",
      );
      expect(columns.length).toBeGreaterThan(0);
      expect(columns.filter(({ collation }) => collation !== 'utf8mb4_bin')).toEqual([]);
    });
  } else {
    it('copies the file before it changes it, and only then', async () => {
      const connect = await database();
      const dataSource = await connect(first);
      await runMigrations(dataSource);
      await dataSource.manager.insert(Folder, { id: 'before' });
      await runMigrations(await connect(both));

      const path = String(dataSource.options.database);
      const copyPath = `${path}.before-AddPostcards1700000000001`;
      expect(statSync(copyPath).mode & 0o777).toBe(0o600);
      const copy = new NodeSqlite(copyPath, { readonly: true });
      expect(copy.prepare('SELECT id FROM folders').all()).toEqual([{ id: 'before' }]);
      expect(copy.prepare("SELECT name FROM sqlite_master WHERE name = 'postcards'").all()).toEqual([]);
      copy.close();
      expect(existsSync(`${path}.before-CreateLetters1700000000000`)).toBe(false);
    });
  }
});
