import { defineConfig, mergeConfig } from 'vite';
import { vueApp } from '../build/vite/vue.ts';

export default mergeConfig(
  vueApp,
  defineConfig({
    define: {
      // What the portal does not use of Vue and vue-i18n is left out of the first page.
      __VUE_OPTIONS_API__: false,
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: false,
    },
    build: {
      outDir: 'dist',
      // The Content-Security-Policy allows files of our own only: nothing is inlined as a data: address.
      assetsInlineLimit: 0,
      // The polyfill is an inline script, which the same policy refuses; every browser we support preloads modules.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Zod is told to compile nothing before the first schema is made: both must be in one file, in this order. Word
        // lists make no schema, and only the pages where people write need them.
        output: {
          codeSplitting: {
            groups: [
              { name: 'contract', test: /configure-zod|node_modules\/zod\/|common\/contract\/(?!.*-words)/ },
              // What every page needs, whole: cut up by who needs which part of it, it weighs more.
              { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|vue-i18n|@intlify|pinia|@pinia)\// },
            ],
          },
        },
      },
    },
    server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:3000' } },
  }),
);
