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
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/mariadb-setup.ts'],
    setupFiles: ['reflect-metadata'],
  },
});
