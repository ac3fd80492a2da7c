import { defineConfig } from 'vitest/config';

const conditions = ['source'];

export default defineConfig({
  // Nest and TypeORM read types at run time: oxc has to emit decorator metadata for the tests as tsc does for the build.
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    // Half of the time a test waits for its database, which is another process.
    maxWorkers: '100%',
    // A guard against hanging alone: nothing is measured by it, and a busy machine must not trip it.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/mariadb-setup.ts'],
    setupFiles: ['reflect-metadata'],
  },
});
