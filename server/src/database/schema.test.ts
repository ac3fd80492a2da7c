import { expect, it } from 'vitest';
import { schemaDrift } from '../testing/schema-drift.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { entities } from './entities.js';

describeOnEachDatabase('the migrated database', (open) => {
  it('is what all entities say', async () => {
    const { dataSource } = await open({ entities });
    expect(await schemaDrift(dataSource)).toEqual([]);
  });

  it('has a table for every entity and no other', async () => {
    const { dataSource, engine, database } = await open({ entities });
    const tables = await database.query<{ name: string }[]>(
      engine === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const known = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.map(({ name }) => name).sort()).toEqual([...known, 'migrations'].sort());
  });
});
