import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Log } from '../log/log.js';
import { Database } from './database.js';
import { runMigrations } from './migrations.js';
import { openDataSource } from './open-data-source.js';
import { SchemaState } from './schema-state.js';
import { ServerLock } from './server-lock.js';

/** Whether a server opens it and brings the schema to this build, or a command beside the server takes it as it is. */
export type Schema = 'migrated' | 'as found';

/** The connection, opened before anything uses it, and the `Database` over it. A server holds its lock from before to after. */
@Global()
@Module({})
export class DatabaseModule {
  static with(settings: Settings, schema: Schema): DynamicModule {
    const lock = new ServerLock(settings);
    const database = {
      provide: Database,
      inject: [DataSource, Log],
      useFactory: (dataSource: DataSource, log: Log) =>
        new Database(dataSource, (error) => log.error('effect.failed', error)),
    };
    const schemaState = {
      provide: SchemaState,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new SchemaState(dataSource),
    };
    return {
      module: DatabaseModule,
      imports: [connection(settings, schema, lock)],
      // Nest shuts this module down after the connection's: the lock is the last to go.
      providers: [database, schemaState, { provide: ServerLock, useValue: lock }],
      exports: [Database, SchemaState],
    };
  }
}

const connection = (settings: Settings, schema: Schema, lock: ServerLock): DynamicModule =>
  TypeOrmModule.forRootAsync({
    // Nest wants options beforehand; ours depend on what the server at the other end says it is (stack 4).
    // A start without a database fails at once and says so; whoever runs the server starts it again.
    useFactory: () => ({ type: 'better-sqlite3', database: '', retryAttempts: 0 }),
    dataSourceFactory: async () => {
      if (schema === 'as found') return openDataSource(settings);
      lock.take();
      const dataSource = await openDataSource(settings);
      await runMigrations(dataSource);
      return dataSource;
    },
  });
