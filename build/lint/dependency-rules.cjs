// The arrows of the house: which file may import which. CONTRIBUTING.md explains each rule; rules.selftest.mjs breaks each once.

const TEST = '\\.test\\.ts$';

// Folders of server/src that serve every feature, and app/, which puts all together. Whatever else stands there is a feature.
const PLATFORM =
  'app|cli|clock|config|crypto|database|errors|events|gateways|health|http|idempotency|limits|log|request|storage|testing';

/**
 * Feature files that hold rules, whatever they are called: a service that was split by verb (`invite.ts`) is one still.
 * What stands below them, the errors and the numbers of a rule, names no layer.
 */
const services = {
  path: '^server/src/[^/]+/',
  pathNot: [
    `^server/src/(${PLATFORM})/`,
    '\\.(test|controller|module|repository|entity|errors)\\.ts$',
    '/testing/',
    '/index\\.ts$',
    '-(rules|chain)\\.ts$',
  ],
};

const arrow = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const betweenPackages = [
  arrow(
    'contract-stands-alone',
    'The contract knows no other part of the product.',
    { path: '^common/contract/' },
    { path: '^(common/(client|ui)|server|web|desktop|tests)/' },
  ),
  arrow(
    'contract-needs-zod-only',
    'The contract runs on the server and in every screen: zod is all that it needs.',
    { path: '^common/contract/src/', pathNot: TEST },
    { path: 'node_modules/', pathNot: 'node_modules/zod/' },
  ),
  arrow(
    'client-knows-the-contract-only',
    'The client speaks the contract over HTTP and knows no screen.',
    { path: '^common/client/' },
    { path: '^(common/ui|server|web|desktop|tests)/' },
  ),
  arrow(
    'ui-knows-no-app',
    'What both screens share knows neither of them.',
    { path: '^common/ui/' },
    { path: '^(server|web|desktop|tests)/' },
  ),
  arrow(
    'server-knows-the-contract-only',
    'The server never sees Vue, the client or an app.',
    { path: '^server/' },
    { path: '^(common/(client|ui)|web|desktop|tests)/' },
  ),
  arrow(
    'web-imports-no-app',
    'Apps never import apps.',
    { path: '^web/' },
    { path: '^(server|desktop|tests)/' },
  ),
  arrow(
    'desktop-imports-no-app',
    'Apps never import apps.',
    { path: '^desktop/' },
    { path: '^(server|web|tests)/' },
  ),
  arrow(
    'tests-use-the-outside',
    'End-to-end tests drive the product from outside: they may read the contract and speak through the client.',
    { path: '^tests/' },
    { path: '^(server|web|desktop|common/ui)/', pathNot: '^desktop/src/ipc/' },
  ),
  arrow(
    'tests-name-these-as-types-only',
    'Loading electron in Node starts a download, and the bridge belongs to the app: tests need no more than their types.',
    { path: '^tests/' },
    {
      path: ['node_modules/electron/', '^desktop/src/ipc/'],
      dependencyTypesNot: ['type-only', 'type-import'],
    },
  ),
  arrow(
    'ship-no-test-code',
    'Fakes and builders for tests stay out of what ships.',
    { path: '^(common|server|web|desktop)/', pathNot: ['\\.test\\.ts$', '/testing/', '/vitest[^/]*\\.ts$'] },
    { path: '^(common|server|web|desktop)/.*/testing/' },
  ),
];

const insideDesktop = [
  arrow(
    'processes-meet-in-ipc',
    'Main, preload and renderer are separate programs: desktop/src/ipc is all that they share.',
    { path: '^desktop/src/(main|preload|renderer)/' },
    { path: '^desktop/src/(main|preload|renderer)/', pathNot: '^desktop/src/$1/' },
  ),
  arrow(
    'ipc-knows-no-process',
    'The channel table is read by all three processes and depends on none.',
    { path: '^desktop/src/ipc/' },
    { path: '^(desktop/src/(main|preload|renderer)|common)/' },
  ),
  arrow(
    'main-and-preload-know-ipc-only',
    'Only the renderer talks to the server, so main and preload need nothing from common.',
    { path: '^desktop/src/(main|preload)/' },
    { path: '^common/' },
  ),
  arrow(
    'electron-in-main-and-preload-only',
    'The renderer and ipc run in a sandbox without Electron.',
    { path: '.', pathNot: '^(desktop/src/(main|preload)|tests)/' },
    { path: '(node_modules/electron/|^electron$)' },
  ),
];

const insideTheServer = [
  arrow(
    'controller-calls-service',
    'controller -> service -> repository -> entity: a controller knows its service only.',
    { path: '^server/src/.*\\.controller\\.ts$' },
    { path: '^server/src/.*\\.(repository|entity)\\.ts$' },
  ),
  arrow(
    'service-calls-repository',
    'A service may name an entity as a type; only a repository makes, loads or stores one.',
    services,
    { path: '^server/src/.*\\.entity\\.ts$', dependencyTypesNot: ['type-only', 'type-import'] },
  ),
  arrow('service-knows-no-controller', 'Arrows point down: a service does not know who calls it.', services, {
    path: '^server/src/.*\\.controller\\.ts$',
  }),
  arrow(
    'repository-knows-no-service',
    'Arrows point down: a repository does not know who calls it.',
    { path: '^server/src/.*\\.repository\\.ts$' },
    services,
  ),
  arrow(
    'repository-knows-no-controller',
    'Arrows point down: a repository does not know who calls it.',
    { path: '^server/src/.*\\.repository\\.ts$' },
    { path: '^server/src/.*\\.controller\\.ts$' },
  ),
  arrow(
    'entity-stands-alone',
    'An entity describes a table and knows no rule.',
    { path: '^server/src/.*\\.entity\\.ts$' },
    { path: '^server/src/.*\\.(controller|service|repository|policy|view)\\.ts$' },
  ),
  arrow(
    'typeorm-in-repositories-only',
    'Rules are written without knowing the database: typeorm stays in repositories, entities, database/ and the test database.',
    { path: '.', pathNot: ['\\.(repository|entity)\\.ts$', '^server/src/(database|testing)/'] },
    { path: 'node_modules/typeorm/' },
  ),
  arrow(
    'nest-typeorm-in-modules-and-repositories-only',
    'A module registers its entities, a repository injects them; nobody else touches them.',
    { path: '.', pathNot: ['\\.(module|repository)\\.ts$', '^server/src/(database|testing)/'] },
    { path: 'node_modules/@nestjs/typeorm/' },
  ),
  arrow(
    'speakeasy-in-the-otp-engine-only',
    'security-rules: one-time codes are made and checked in one file.',
    { path: '.', pathNot: '^server/src/crypto/otp-engine(\\.test)?\\.ts$' },
    { path: 'node_modules/(@types/)?speakeasy/' },
  ),
  arrow(
    'features-meet-at-the-index',
    'From another feature use only what its index.ts exports.',
    { path: '^server/src/([^/]+)/', pathNot: `^server/src/(${PLATFORM})/` },
    {
      path: '^server/src/[^/]+/',
      pathNot: ['^server/src/$1/', `^server/src/(${PLATFORM})/`, '^server/src/[^/]+/index\\.ts$'],
    },
  ),
  arrow(
    'platform-meets-features-at-the-index',
    'The platform and main.ts, too, see only what a feature exports; the schema reads entities, tests of the whole server its parts.',
    { path: `^server/src/((${PLATFORM})/|[^/]+\\.ts$)`, pathNot: '^server/src/app/.*\\.api\\.test\\.ts$' },
    {
      path: '^server/src/[^/]+/',
      pathNot: [`^server/src/(${PLATFORM})/`, '^server/src/[^/]+/index\\.ts$', '\\.entity\\.ts$'],
    },
  ),
];

const insideTheScreens = [
  arrow(
    'pages-call-composables',
    'page -> composable -> client: a component shows and asks, a composable talks to the server.',
    { path: '\\.vue$' },
    { path: '^common/client/' },
  ),
  arrow(
    'base-knows-no-feature',
    'common/ui/base is the drawer of plain parts: it knows no feature.',
    { path: '^common/ui/src/base/' },
    { path: '^common/', pathNot: '^common/ui/src/(base|testing|styles)/' },
  ),
];

const everywhere = [
  arrow('no-cycles', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
  arrow(
    'every-import-resolves',
    'An import that cannot be resolved is one that no rule can see.',
    {},
    { couldNotResolve: true, pathNot: ['^virtual:', '^electron$'] },
  ),
  arrow(
    'sources-not-builds',
    'A workspace imported through its dist hides its arrows: its package.json exports a "source" condition first.',
    { path: '^(common|server|web|desktop|tests)/' },
    { path: '^(common/[^/]+|server|web|desktop)/(dist|out)/' },
  ),
];

module.exports = {
  forbidden: [...betweenPackages, ...insideDesktop, ...insideTheServer, ...insideTheScreens, ...everywhere],
  options: {
    doNotFollow: { path: '(node_modules|^(common/[^/]+|server|web|desktop)/(dist|out))/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.mts', '.vue', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
