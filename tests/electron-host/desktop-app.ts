import type { Page } from '@playwright/test';

/** Electron as `evaluate` sees it. `records` is the stand-in's: what the app asked of the system. */
type Electron = typeof import('electron') & { records?: { kind: string; [field: string]: unknown }[] };

/** The part of Playwright's ElectronApplication that specs may use; both ways of running the app provide it. */
export interface DesktopApp {
  /** True for the real Electron binary, false for the stand-in. */
  readonly isReal: boolean;
  /** The app's user-data folder, removed on close unless the test gave it. */
  readonly userData: string;
  firstWindow(): Promise<Page>;
  windows(): Page[];
  /** Runs a self-contained function in the main process. */
  evaluate<Result, Arg = undefined>(
    fn: (electron: Electron, arg: Arg) => Result,
    arg?: Arg,
  ): Promise<Awaited<Result>>;
  /** Resolves with the exit code once the app has ended. */
  exited: Promise<number | null>;
  close(): Promise<void>;
}

export interface Launch {
  appDir: string;
  entry: string;
  args: string[];
  userData: string;
  env: Record<string, string>;
}
