import type { MigrationInterface } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';
import { type Engine, emptyDatabase } from '../testing/test-database.js';
import { buildDataSource } from './data-source.js';
import { entities } from './entities.js';
import { runMigrations } from './migrations.js';
import { migrations } from './migrations/index.js';

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

const AT = '2026-03-02 09:00:00.000';

describe.each<Engine>(['sqlite', 'mariadb'])('an older database on %s', (engine) => {
  async function connecting() {
    const { url, remove } = await emptyDatabase(engine);
    closings.push(remove);
    return async (list: readonly (new () => MigrationInterface)[]) => {
      const dataSource = await buildDataSource({ databaseUrl: url, entities, migrations: [...list] });
      closings.push(() => dataSource.destroy());
      await runMigrations(dataSource);
      return dataSource;
    };
  }
  const until = (name: string) =>
    migrations.slice(
      0,
      migrations.findIndex((one) => one.name === name),
    );

  it('keeps whose link it is and who approved first, also when a migration has to run again', async () => {
    const connect = await connecting();
    const older = await connect(until('KeepIssuedLinks1764000700000'));
    await older.query(
      `INSERT INTO invitations (id, carerId, state, email, emailIndex, codeHash, codeIssuedAt, codeExpiresAt,
        wrongTries, linkHash, invitedBy, firstApprovedBy, createdAt)
        VALUES ('i', 'c', 'accepted', 'x', 'e', 'h', ?, ?, 0, 'link', 'w', 'first', ?)`,
      [AT, AT, AT],
    );
    const access = `INSERT INTO accesses (id, personId, carerId, invitationId, state, createdAt)
      VALUES (?, 'p', 'c', 'i', ?, ?)`;
    await older.query(access, ['accepted', 'awaiting_activation', AT]);
    await older.query(access, ['open', 'awaiting_carer', AT]);

    const newer = await connect(migrations);
    for (const migration of newer.migrations) {
      const queryRunner = newer.createQueryRunner();
      await migration.up(queryRunner);
      await queryRunner.release();
    }
    expect(await newer.query('SELECT linkHash, invitationId FROM issued_links')).toMatchObject([
      { linkHash: 'link', invitationId: 'i' },
    ]);
    expect(await newer.query('SELECT id, firstApprovedBy FROM accesses ORDER BY id')).toMatchObject([
      { id: 'accepted', firstApprovedBy: 'first' },
      { id: 'open', firstApprovedBy: null },
    ]);
  });
});
