// One bad line for every rule that ESLint guards: [rule, file, code]. The self-test plants them in a copy.

const lines = (count, line) => Array.from({ length: count }, () => line).join('\n');
const component = (template, script = '') =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n${template}\n</template>\n`;

export const plantedUsage = [
  ['no-console', 'server/src/invitations/loud.ts', "console.log('x');"],
  ['no-console', 'web/src/loud.ts', "console.warn('x');"],
  ['no-restricted-properties', 'server/src/invitations/env.ts', 'export const mode = process.env.APP_MODE;'],
  [
    'no-restricted-imports',
    'server/src/invitations/env-import.ts',
    "import { env } from 'node:process'; export const mode = env;",
  ],
  [
    'no-restricted-globals',
    'web/src/features/invitations/useBad.ts',
    "export const load = async () => { await fetch('/api'); };",
  ],
  [
    'no-restricted-globals',
    'server/src/invitations/call-out.ts',
    "export const load = async () => { await fetch('/api'); };",
  ],
  [
    'no-restricted-properties',
    'common/ui/src/session/window-fetch.ts',
    "export const load = async () => { await window.fetch('/api'); };",
  ],
  [
    'no-restricted-globals',
    'desktop/src/renderer/stream.ts',
    "export const stream = new EventSource('/api');",
  ],
  [
    'no-restricted-properties',
    'desktop/src/renderer/bridge.ts',
    'export const bridge: unknown = (window as never)[0] ?? window.desktop;',
  ],
  [
    'no-restricted-imports',
    'server/src/invitations/forward.ts',
    "import { forwardRef } from '@nestjs/common'; export const x = forwardRef;",
  ],
  ['@typescript-eslint/no-explicit-any', 'server/src/invitations/any.ts', 'export const x: any = 1;'],
  [
    '@typescript-eslint/ban-ts-comment',
    'server/src/invitations/ignore.ts',
    '// @ts-ignore\nexport const x: string = 1;',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'server/src/invitations/floating.ts',
    'async function send() {}\nexport function all() { send(); }',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'server/src/invitations/floating.test.ts',
    'async function send() {}\nsend();',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'web/src/features/invitations/FloatingPage.vue',
    component('<p />', 'async function send() {}\nsend();'),
  ],
  [
    '@typescript-eslint/no-misused-promises',
    'web/src/features/invitations/useMisused.ts',
    'async function ok() { return true; }\nexport const state = ok() ? 1 : 2;',
  ],
  [
    '@typescript-eslint/no-unused-vars',
    'server/src/invitations/unused.ts',
    "import { z } from 'zod'; export const x = 1;",
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'web/src/type-import.ts',
    "import { Client } from '@cso/client'; export type X = Client;",
  ],
  ['max-lines', 'server/src/invitations/long.ts', lines(251, 'export {};')],
  ['max-lines', 'web/src/features/invitations/LongPage.vue', component(lines(150, '  <p />'))],
  [
    'max-lines-per-function',
    'server/src/invitations/long-function.ts',
    `export function long() {\n${lines(40, '  JSON.stringify(1);')}\n}`,
  ],
  [
    'no-restricted-syntax',
    'server/src/invitations/parameters.ts',
    'export function f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e]; }',
  ],
  ['no-warning-comments', 'server/src/invitations/later.ts', '// TODO: later\nexport {};'],
  [
    'vue/no-v-html',
    'web/src/features/invitations/HtmlPage.vue',
    component('<p v-html="text" />', "const text = 'x';"),
  ],
  ['vue/no-bare-strings-in-template', 'web/src/features/invitations/BarePage.vue', component('<p>Hello</p>')],
  [
    'vue/no-bare-strings-in-template',
    'common/ui/src/base/BareLabel.vue',
    component('<input aria-label="Name">'),
  ],
  ['vue/multi-word-component-names', 'web/src/features/invitations/Page.vue', component('<p />')],
  [
    'vue/block-lang',
    'web/src/features/invitations/PlainPage.vue',
    '<script setup>\n</script>\n<template><p /></template>\n',
  ],
  ['vue/require-v-for-key', 'web/src/features/invitations/KeyPage.vue', component('<p v-for="n in 3" />')],
  // Rules cannot be switched off from inside a file: the comment itself is reported, by no rule (null).
  [null, 'server/src/invitations/inline.ts', '/* eslint-disable no-console */\nexport {};'],
];
