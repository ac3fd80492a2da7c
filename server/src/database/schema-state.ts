import type { DataSource } from 'typeorm';
import { pendingMigrations } from './migrations.js';

/** Whether the database has the schema of this build. */
export class SchemaState {
  constructor(private readonly dataSource: DataSource) {}

  /** The migrations that this build would run; throws `NewerDatabase` when a newer build ran some. */
  pending(): Promise<string[]> {
    return pendingMigrations(this.dataSource);
  }
}
