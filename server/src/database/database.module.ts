import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Log } from '../http/log.js';
import { buildDataSource } from './data-source.js';
import { Database } from './database.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { runMigrations } from './migrations.js';

/** The connection, migrated before anything uses it, and the `Database` over it. */
@Global()
@Module({})
export class DatabaseModule {
  static with(settings: Settings): DynamicModule {
    const database = {
      provide: Database,
      inject: [DataSource, Log],
      useFactory: (dataSource: DataSource, log: Log) =>
        new Database(dataSource, (error) => log.error('effect.failed', error)),
    };
    return {
      module: DatabaseModule,
      imports: [connection(settings)],
      providers: [database],
      exports: [Database],
    };
  }
}

const connection = ({ databaseUrl, mode }: Settings): DynamicModule =>
  TypeOrmModule.forRootAsync({
    // Nest wants options beforehand; ours depend on what the server at the other end says it is (stack 4).
    // A start without a database fails at once and says so; whoever runs the server starts it again.
    useFactory: () => ({ type: 'better-sqlite3', database: '', retryAttempts: 0 }),
    dataSourceFactory: async () => {
      const synchronous = mode === 'demo' ? 'NORMAL' : 'FULL';
      const dataSource = await buildDataSource({ databaseUrl, entities, migrations, synchronous });
      await runMigrations(dataSource);
      return dataSource;
    },
  });
