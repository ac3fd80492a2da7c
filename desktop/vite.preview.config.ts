import { defineConfig } from 'vite';
import { vueApp } from '../build/vite/vue.ts';

/** The same renderer for an ordinary browser, which the demo server offers under /caseworker/. */
export default defineConfig({
  ...vueApp,
  root: 'src/renderer',
  base: '/caseworker/',
  build: { outDir: '../../out/preview', emptyOutDir: true },
});
