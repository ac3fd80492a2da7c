import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

const TESTS = ['**/*.test.ts', '**/testing/**', 'tests/**'];
const NETWORK = ['fetch', 'EventSource', 'XMLHttpRequest', 'WebSocket'];
const GLOBAL_OBJECTS = ['window', 'globalThis', 'self'];

/** What may stand in one place alone: [rule name, entry, the places]. Places are globs from the root of the repository. */
const reserved = {
  environment: {
    // The desktop app has one variable, read where main is put together and passed on as an argument.
    places: [
      'server/src/config/**',
      'desktop/src/main/entry.ts',
      'desktop/packaging/**',
      'build/**',
      'tests/**',
      '**/*.config.{ts,mjs,cjs,js}',
    ],
    properties: [
      { object: 'process', property: 'env', message: 'Settings are read once, in server/src/config.' },
    ],
    imports: ['process', 'node:process'].map((name) => ({
      name,
      importNames: ['env', 'default'],
      message: 'Settings are read once, in server/src/config.',
    })),
  },
  network: {
    // The server's gateways call other organisations; everything of ours is called through common/client.
    places: [
      'common/client/src/**',
      'server/src/gateways/**',
      // The demo's own page talks to the demo's own API, which is no part of the contract.
      'server/assets/demo/**',
      'build/**',
      'tests/**',
    ],
    globals: NETWORK.map((name) => ({ name, message: 'Talk to the server through common/client.' })),
    properties: GLOBAL_OBJECTS.flatMap((object) =>
      NETWORK.map((property) => ({ object, property, message: 'Talk to the server through common/client.' })),
    ),
  },
  bridge: {
    places: ['desktop/src/renderer/platform.ts', 'desktop/src/renderer/app/platform.ts', 'tests/**'],
    properties: GLOBAL_OBJECTS.map((object) => ({
      object,
      property: 'desktop',
      message: 'The preload bridge is reached through the Platform port.',
    })),
  },
  forwardRef: {
    places: [],
    imports: [
      {
        name: '@nestjs/common',
        importNames: ['forwardRef'],
        message: 'Two modules in a circle lack a third.',
      },
    ],
  },
};

const gather = (subjects, kind) => subjects.flatMap((subject) => subject[kind] ?? []);

// 'off', not an empty list: ESLint keeps the options of an earlier block where a later one names none.
const restrict = (entries) => (entries.length > 0 ? ['error', ...entries] : 'off');

function restrictions(subjects) {
  const paths = gather(subjects, 'imports');
  return {
    'no-restricted-globals': restrict(gather(subjects, 'globals')),
    'no-restricted-properties': restrict(gather(subjects, 'properties')),
    'no-restricted-imports': restrict(paths.length > 0 ? [{ paths }] : []),
  };
}

/** A later block replaces a rule's options whole, so every combination of places gets a block with the rest of the restrictions. */
function reservations() {
  const all = Object.values(reserved);
  const places = [...new Set(all.flatMap((subject) => subject.places))];
  return [
    { rules: restrictions(all) },
    ...places.map((place) => ({
      files: [place],
      rules: restrictions(all.filter((subject) => !subject.places.includes(place))),
    })),
  ];
}

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40 }],
  // Constructors take what is injected; every other function with five parameters wants an object.
  'no-restricted-syntax': [
    'error',
    ...[
      'FunctionDeclaration[params.length>4]',
      'ArrowFunctionExpression[params.length>4]',
      'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>4]',
      ':not(MethodDefinition) > FunctionExpression[params.length>4]',
    ].map((selector) => ({ selector, message: 'At most four parameters: pass an object.' })),
  ],
};

const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }];

const everywhere = {
  ...sizes,
  'no-unused-vars': unused,
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  eqeqeq: 'error',
  'prefer-const': 'error',
};

const typescript = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': false }],
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': unused,
  'no-unused-vars': 'off',
  // The type checker knows every name; this rule knows no types.
  'no-undef': 'off',
};

const promises = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
};

const components = {
  'max-lines': ['error', { max: 150 }],
  'vue/no-v-html': 'error',
  // An optional prop without a default is undefined, and its type says so.
  'vue/require-default-prop': 'off',
  'vue/no-bare-strings-in-template': ['error', { allowlist: [...'(),.&+-=*/#%!?:[]{}<>·•‐–−|…⋯←→×'] }],
  'vue/block-lang': ['error', { script: { lang: 'ts' }, style: { lang: 'scss', allowNoLang: true } }],
  'vue/component-api-style': ['error', ['script-setup']],
  'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView', 'i18n-t', 'I18nT'] }],
};

const exemptions = [
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      // Playwright reads from the first parameter which fixtures a test needs; none is written {}.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ['build/scripts/**', 'build/lint/**', 'desktop/packaging/**', 'server/src/cli/**'],
    rules: { 'no-console': 'off' },
  },
];

/**
 * The flat configuration for a tree rooted at `root` (the repository, or the self-test's planted copy).
 * build/lint/tsconfig.json is the one program that sees every source and test, for the rules that need types.
 */
export function houseRules(root) {
  const parserOptions = {
    project: ['build/lint/tsconfig.json'],
    tsconfigRootDir: root,
    extraFileExtensions: ['.vue'],
  };
  return [
    { ignores: ['**/{dist,out,release,coverage,data,keys,.turbo,test-results,playwright-report}/**'] },
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
    js.configs.recommended,
    ...ts.configs.recommended.map((block) => ({ ...block, files: ['**/*.ts', '**/*.vue'] })),
    ...vue.configs['flat/recommended-error'],
    vue.configs['no-layout-rules'],
    { rules: everywhere },
    ...reservations(),
    { files: ['**/*.ts'], languageOptions: { parserOptions } },
    {
      files: ['**/*.vue'],
      languageOptions: { globals: globals.browser, parserOptions: { ...parserOptions, parser: ts.parser } },
    },
    { files: ['**/*.ts', '**/*.vue'], rules: { ...typescript, ...promises } },
    { files: ['**/*.vue'], rules: components },
    { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: globals.node } },
    { files: ['server/assets/**/*.js'], languageOptions: { globals: globals.browser } },
    {
      files: ['**/*.config.ts'],
      languageOptions: { parserOptions: { project: null } },
      rules: Object.fromEntries(Object.keys(promises).map((rule) => [rule, 'off'])),
    },
    ...exemptions,
  ];
}
