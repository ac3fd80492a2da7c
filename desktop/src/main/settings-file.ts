import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ServerOrigin } from '../ipc/server-connection';

const coordinate = z.number().int().min(-100_000).max(100_000);
const length = z.number().int().min(200).max(20_000);

export const WindowPlace = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: length,
  height: length,
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const Settings = z.strictObject({
  serverOrigin: ServerOrigin.nullable(),
  window: WindowPlace.nullable(),
});
export type Settings = z.infer<typeof Settings>;

const FIRST_START: Settings = { serverOrigin: null, window: null };

/** All that the app keeps on the computer: the server's address and the window's place. */
export class SettingsFile {
  constructor(private readonly file: string) {}

  /** A missing, damaged or altered file counts as a first start. */
  read(): Settings {
    try {
      return Settings.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      return FIRST_START;
    }
  }

  /** Replaces the file as a whole, so that a crash never leaves half of one. */
  save(changes: Partial<Settings>) {
    const settings = Settings.parse({ ...this.read(), ...changes });
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(settings), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
