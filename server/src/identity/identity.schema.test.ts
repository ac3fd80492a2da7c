import { beforeAll, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import { schemaDrift } from '../testing/schema-drift.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';

describeOnEachDatabase('the tables of identity and staff', (open) => {
  let opened: TestDatabase;
  beforeAll(async () => void (opened = await open({ entities })));

  it('are what the entities say', async () => {
    const own =
      /users|sessions|challenges|attempt_buckets|devices|support_acts|workers|teams|recovery_codes|set_password/;
    expect((await schemaDrift(opened.dataSource)).filter((statement) => own.test(statement))).toEqual([]);
  });
});
