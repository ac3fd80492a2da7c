import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { Clock } from '../clock/clock.js';
import { environment } from '../config/environment.js';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { Log } from '../http/log.js';

/** Runs `work` on the server's own parts, without a listener. A command prints for people, so the log stays quiet. */
export async function withServer<T>(
  work: (app: INestApplicationContext, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(environment());
  const clock = new Clock();
  const app = await NestFactory.createApplicationContext(
    AppModule.with(settings, clock, new Log(clock, () => undefined)),
    { logger: false, abortOnError: false },
  );
  try {
    return await work(app, settings);
  } finally {
    await app.close();
  }
}
