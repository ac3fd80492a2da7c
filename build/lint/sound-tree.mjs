// A tree in miniature that keeps every rule: nothing may be reported in it, so a rule that forbids what the house allows is found out.

export const soundTree = {
  'common/contract/src/index.ts': "import { z } from 'zod';\nexport const Invitation = z;\n",
  'common/contract/src/index.test.ts': "import { expect } from 'vitest';\nexpect(1);\n",
  'common/client/src/index.ts':
    "import type { Invitation } from '@cso/contract';\nexport type Client = typeof Invitation;\nexport async function createClient() {\n  await fetch('/api');\n}\n",
  'common/ui/src/index.ts': "export { default as BaseButton } from './base/BaseButton.vue';\n",
  'common/ui/src/base/BaseButton.vue': '<template>\n  <button><slot /></button>\n</template>\n',
  'common/ui/src/session/useSession.ts':
    "import { createClient } from '@cso/client';\nexport const useSession = () => createClient;\n",
  'common/ui/src/testing/index.ts': 'export const mountPage = 1;\n',
  'server/src/main.ts':
    "import { InvitationsModule } from './invitations/index.js';\nexport const app = InvitationsModule;\n",
  'server/src/config/settings.ts': 'export const mode = process.env.APP_MODE;\n',
  'server/src/cli/main.ts': "console.log('done');\n",
  'server/src/gateways/text-gateway.ts': "export const send = async () => await fetch('https://texts');\n",
  'server/src/crypto/otp-engine.ts': "import speakeasy from 'speakeasy';\nexport const engine = speakeasy;\n",
  'server/src/database/database.ts':
    "import { DataSource } from 'typeorm';\nexport const source = DataSource;\n",
  'server/src/identity/index.ts': 'export const Sessions = 1;\n',
  'server/src/identity/session.ts':
    "import { InvitationsModule } from '../invitations/index.js';\nexport const x = InvitationsModule;\n",
  'server/src/invitations/index.ts': "export { InvitationsModule } from './invitations.module.js';\n",
  'server/src/invitations/invitations.module.ts':
    "import { TypeOrmModule } from '@nestjs/typeorm';\nimport { InvitationsController } from './invitations.controller.js';\nexport const InvitationsModule = [TypeOrmModule, InvitationsController];\n",
  'server/src/invitations/invitations.controller.ts':
    "import { Invitation } from '@cso/contract';\nimport { InvitationsService } from './invitations.service.js';\nexport const InvitationsController = [InvitationsService, Invitation];\n",
  'server/src/invitations/invitations.service.ts':
    "import { InvitationsRepository } from './invitations.repository.js';\nimport type { Invitation } from './invitation.entity.js';\nexport const InvitationsService = InvitationsRepository as unknown as Invitation;\n",
  // Nest injects by the class of the parameter, which must not become a type import.
  'server/src/invitations/invite.ts':
    "import { Injectable } from '@nestjs/common';\nimport { Clock } from '../clock/clock.js';\n\n@Injectable()\nexport class Invite {\n  constructor(readonly clock: Clock) {}\n}\n",
  'server/src/clock/clock.ts': 'export class Clock {}\n',
  'server/src/invitations/invitations.repository.ts':
    "import { InjectRepository } from '@nestjs/typeorm';\nimport { Invitation } from './invitation.entity.js';\nexport const InvitationsRepository = [InjectRepository, Invitation];\n",
  'server/src/invitations/invitation.entity.ts':
    "import { Entity } from 'typeorm';\n\n@Entity()\nexport class Invitation {}\n",
  'web/src/main.ts': "import App from './App.vue';\nexport default App;\n",
  'web/src/App.vue':
    "<script setup lang=\"ts\">\nimport { BaseButton } from '@cso/ui';\n</script>\n\n<template>\n  <BaseButton>{{ $t('start') }}</BaseButton>\n</template>\n",
  'web/src/App.test.ts': "import { mountPage } from '@cso/ui/testing';\nexport const page = mountPage;\n",
  'desktop/src/ipc/channels.ts': "import { z } from 'zod';\nexport const channels = z;\n",
  'desktop/src/main/create-main.ts':
    "import { app } from 'electron';\nimport { channels } from '../ipc/channels';\nexport const createMain = [app, channels];\n",
  'desktop/src/preload/entry.ts':
    "import { contextBridge } from 'electron';\nexport const bridge = contextBridge;\n",
  'desktop/src/renderer/main.ts':
    "import { createClient } from '@cso/client';\nexport const client = createClient;\n",
  'desktop/src/renderer/platform.ts': "export const bridge = 'desktop' in window ? window.desktop : null;\n",
  'tests/electron-host/launch.ts':
    "import type { App } from 'electron';\nimport type { channels } from '../../desktop/src/ipc/channels';\nexport type X = [App, typeof channels];\n",
  'tests/e2e/invite-a-carer.spec.ts':
    "import { createClient } from '@cso/client';\nexport const client = createClient;\n",
};

/** Empty stand-ins for what the tree imports from npm: the rules go by the names. */
export const packages = [
  'zod',
  'vue',
  'vitest',
  'electron',
  'typeorm',
  'speakeasy',
  '@nestjs/common',
  '@nestjs/typeorm',
];
