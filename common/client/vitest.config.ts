import { defineConfig } from 'vitest/config';

const conditions = ['source'];

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: { include: ['src/**/*.test.ts'] },
});
