import type { TestProject } from 'vitest/node';
import { startMariadb } from './mariadb.js';

declare module 'vitest' {
  interface ProvidedContext {
    mariadbPort: number;
  }
}

/** One private MariaDB for the whole run; every test file makes its own databases on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMariadb();
  project.provide('mariadbPort', server.port);
  return () => server.stop();
}
