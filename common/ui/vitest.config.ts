import { defineConfig, mergeConfig } from 'vitest/config';
import { vueApp } from '../../build/vite/vue.ts';

export default mergeConfig(
  vueApp,
  defineConfig({ test: { include: ['src/**/*.test.ts'], environment: 'happy-dom', maxWorkers: '100%' } }),
);
