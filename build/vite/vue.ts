import vue from '@vitejs/plugin-vue';
import type { UserConfig } from 'vite';

/** What every Vite build and test of the browser code shares: Vue, sources of the workspaces, GOV.UK Frontend's Sass. */
export const vueApp = {
  plugins: [vue()],
  // Leaves out what we never use of vue-i18n: its older API and its developer tools.
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  css: {
    // GOV.UK Frontend ships a few hacks for old browsers that Lightning CSS would refuse.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
} satisfies UserConfig;
