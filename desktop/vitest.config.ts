import { defineConfig } from 'vitest/config';
import { vueApp } from '../build/vite/vue.ts';

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'main',
          environment: 'node',
          include: ['src/{ipc,main,preload}/**/*.test.ts', 'packaging/*.test.ts'],
        },
      },
      {
        ...vueApp,
        test: { name: 'renderer', environment: 'happy-dom', include: ['src/renderer/**/*.test.ts'] },
      },
    ],
  },
});
