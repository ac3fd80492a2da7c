import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { Clock } from '../clock/clock.js';
import { HighWater } from '../clock/high-water.js';
import { environment } from '../config/environment.js';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { SchemaState } from '../database/schema-state.js';
import { newHttpAdapter } from '../http/http-server.js';
import { Log } from '../log/log.js';

type Work<T> = (parts: INestApplicationContext, settings: Settings) => Promise<T>;

/** Runs `work` on the server's own parts. Throws when the database does not fit this build: only `migrate` changes it. */
export function withParts<T>(work: Work<T>): Promise<T> {
  return withUncheckedParts(async (parts, settings) => {
    const pending = await parts.get(SchemaState).pending();
    if (pending.length > 0) throw new Error('The database does not fit this version yet: run migrate first.');
    await parts.get(HighWater).recall();
    return work(parts, settings);
  });
}

/**
 * The same on a database of any version. The parts are made and never started: they seed nothing, run no timer and write
 * no checkpoint, for a check must not change what it looks at. A command prints for people, so the log stays quiet.
 */
export async function withUncheckedParts<T>(work: Work<T>): Promise<T> {
  const settings = readSettings(environment());
  const clock = new Clock();
  const log = new Log(clock, () => undefined);
  const module = AppModule.with(settings, clock, log, 'as found');
  // Nest starts an application context at once, an application only by its init().
  const parts = await NestFactory.create(module, newHttpAdapter(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(parts, settings);
  } finally {
    await parts.close();
  }
}
