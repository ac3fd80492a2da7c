import { defineConfig } from 'electron-vite';
import { vueApp } from '../build/vite/vue.ts';

// Everything is bundled: the packed app carries no node_modules.
export default defineConfig({
  main: {
    build: { externalizeDeps: false, rollupOptions: { input: 'src/main/entry.ts' } },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: 'src/preload/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...vueApp,
    root: 'src/renderer',
    // An asset turned into a data: address would break the content security policy.
    build: { assetsInlineLimit: 0, minify: true, rollupOptions: { input: 'src/renderer/index.html' } },
  },
});
