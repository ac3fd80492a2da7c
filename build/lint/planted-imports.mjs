// One forbidden import for every rule of dependency-rules.cjs: [rule, file, the import]. The self-test plants them in a copy.

export const plantedImports = [
  ['contract-stands-alone', 'common/contract/src/bad-client.ts', "import '@cso/client';"],
  ['contract-stands-alone', 'common/contract/src/bad-server.ts', "import '../../../server/src/main.js';"],
  [
    'contract-needs-zod-only',
    'common/contract/src/bad-vue.ts',
    "import { ref } from 'vue'; export const x = ref(1);",
  ],
  [
    'client-knows-the-contract-only',
    'common/client/src/bad-ui.ts',
    "import { BaseButton } from '@cso/ui'; export const x = BaseButton;",
  ],
  ['ui-knows-no-app', 'common/ui/src/session/bad-web.ts', "import '../../../../web/src/main';"],
  [
    'ui-knows-no-app',
    'common/ui/src/session/BadApp.vue',
    '<script setup lang="ts">\nimport "../../../../desktop/src/renderer/main";\n</script>\n<template><p /></template>',
  ],
  [
    'server-knows-the-contract-only',
    'server/src/invitations/bad-client.ts',
    "import type { Client } from '@cso/client'; export type X = Client;",
  ],
  ['server-knows-the-contract-only', 'server/src/invitations/bad-ui.ts', "export * from '@cso/ui';"],
  ['web-imports-no-app', 'web/src/bad-desktop.ts', "import '../../desktop/src/renderer/main';"],
  [
    'web-imports-no-app',
    'web/src/bad-server.ts',
    "export const later = () => import('../../server/src/main.js');",
  ],
  ['desktop-imports-no-app', 'desktop/src/renderer/bad-web.ts', "import '../../../web/src/main';"],
  ['tests-use-the-outside', 'tests/e2e/bad.spec.ts', "import '../../server/src/main.js';"],
  [
    'tests-name-these-as-types-only',
    'tests/e2e/bad-electron.ts',
    "import { app } from 'electron'; export const x = app;",
  ],
  [
    'tests-name-these-as-types-only',
    'tests/e2e/bad-ipc.ts',
    "import { channels } from '../../desktop/src/ipc/channels'; export const x = channels;",
  ],
  [
    'ship-no-test-code',
    'web/src/bad-testing.ts',
    "import { mountPage } from '@cso/ui/testing'; export const x = mountPage;",
  ],
  [
    'processes-meet-in-ipc',
    'desktop/src/renderer/bad-main.ts',
    "import { createMain } from '../main/create-main'; export const x = createMain;",
  ],
  ['processes-meet-in-ipc', 'desktop/src/preload/bad-renderer.ts', "import '../renderer/main';"],
  ['ipc-knows-no-process', 'desktop/src/ipc/bad.ts', "import '../preload/entry';"],
  ['main-and-preload-know-ipc-only', 'desktop/src/main/bad-client.ts', "import '@cso/client';"],
  [
    'electron-in-main-and-preload-only',
    'desktop/src/renderer/bad-electron.ts',
    "import { shell } from 'electron'; export const x = shell;",
  ],
  [
    'electron-in-main-and-preload-only',
    'build/scripts/bad.mjs',
    "import { createRequire } from 'node:module';\nimport 'electron';",
  ],
  [
    'controller-calls-service',
    'server/src/invitations/bad.controller.ts',
    "import { InvitationsRepository } from './invitations.repository.js'; export const x = InvitationsRepository;",
  ],
  [
    'service-calls-repository',
    'server/src/invitations/bad.service.ts',
    "import { Invitation } from './invitation.entity.js'; export const x = new Invitation();",
  ],
  [
    'service-calls-repository',
    'server/src/invitations/bad-verb.ts',
    "import { Invitation } from './invitation.entity.js'; export const x = new Invitation();",
  ],
  [
    'service-knows-no-controller',
    'server/src/invitations/bad-up-verb.ts',
    "import { InvitationsController } from './invitations.controller.js'; export const x = InvitationsController;",
  ],
  [
    'repository-knows-no-service',
    'server/src/invitations/bad-verb.repository.ts',
    "import { Invite } from './invite.js'; export const x = Invite;",
  ],
  [
    'repository-knows-no-controller',
    'server/src/invitations/bad-up.repository.ts',
    "import { InvitationsController } from './invitations.controller.js'; export const x = InvitationsController;",
  ],
  [
    'service-knows-no-controller',
    'server/src/invitations/bad-up.service.ts',
    "import { InvitationsController } from './invitations.controller.js'; export const x = InvitationsController;",
  ],
  [
    'repository-knows-no-service',
    'server/src/invitations/bad.repository.ts',
    "import type { InvitationsService } from './invitations.service.js'; export type X = InvitationsService;",
  ],
  [
    'entity-stands-alone',
    'server/src/invitations/bad.entity.ts',
    "import { InvitationsService } from './invitations.service.js'; export const x = InvitationsService;",
  ],
  [
    'typeorm-in-repositories-only',
    'server/src/invitations/bad-typeorm.ts',
    "import type { Repository } from 'typeorm'; export type X = Repository;",
  ],
  [
    'nest-typeorm-in-modules-and-repositories-only',
    'server/src/invitations/bad-inject.ts',
    "import { InjectRepository } from '@nestjs/typeorm'; export const x = InjectRepository;",
  ],
  [
    'speakeasy-in-the-otp-engine-only',
    'server/src/identity/bad-otp.ts',
    "import speakeasy from 'speakeasy'; export const x = speakeasy;",
  ],
  [
    'features-meet-at-the-index',
    'server/src/identity/bad-deep.ts',
    "import { InvitationsService } from '../invitations/invitations.service.js'; export const x = InvitationsService;",
  ],
  [
    'platform-meets-features-at-the-index',
    'server/src/http/bad-deep.ts',
    "import { InvitationsService } from '../invitations/invitations.service.js'; export const x = InvitationsService;",
  ],
  [
    'pages-call-composables',
    'web/src/features/invitations/BadPage.vue',
    '<script setup lang="ts">\nimport { createClient } from "@cso/client";\ncreateClient();\n</script>\n<template><p /></template>',
  ],
  [
    'base-knows-no-feature',
    'common/ui/src/base/bad.ts',
    "import { useSession } from '../session/useSession'; export const x = useSession;",
  ],
  [
    'no-cycles',
    'server/src/invitations/circle-a.ts',
    "import { b } from './circle-b.js'; export const a = () => b;",
  ],
  ['every-import-resolves', 'web/src/bad-nowhere.ts', "import './nowhere';"],
  ['sources-not-builds', 'web/src/bad-dist.ts', "import '../../common/client/dist/index.js';"],
];
