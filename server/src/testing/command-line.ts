import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { runCommand } from '../cli/run-command.js';

interface CommandLine {
  /** A file in the test's own folder. */
  inFolder(...names: string[]): string;
  /** Runs the command that somebody typed: its exit code and what it printed. */
  cso(typed: string): Promise<{ code: number; printed: string }>;
}

/** The command line in the settings of a demo, in a new folder for each test. */
export function commandLine(): CommandLine {
  // Most commands open a whole server, more than once.
  vi.setConfig({ testTimeout: 60_000 });
  let folder: string;
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cso-cli-'));
    vi.stubEnv('APP_MODE', 'demo');
    vi.stubEnv('PORT', '1');
    vi.stubEnv('DATA_DIR', inFolder('data'));
    vi.stubEnv('KEYS_FILE', inFolder('keys.json'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    inFolder,
    cso: async (typed) => {
      const lines: string[] = [];
      const code = await runCommand(typed.split(' '), (line) => void lines.push(line));
      return { code, printed: lines.join('\n') };
    },
  };
}

/** Adds a worker; the same again is refused. */
export const ADD_ADA =
  'worker add --first-name Ada --last-name Byron --email ada@council.example --role admin';
