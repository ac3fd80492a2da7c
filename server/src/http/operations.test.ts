import { Permission } from '@cso/contract';
import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { letterRoutes, openHttp } from '../testing/test-http.js';
import { Requires } from './access.js';
import { Endpoint } from './endpoint.js';
import { Operations } from './operations.js';
import type { RequestContext } from '../request/request-context.js';

describe('the start-up', () => {
  it('refuses a handler without @Endpoint, and names it', async () => {
    @Controller()
    class ForgetfulController {
      @Get('/api/forgotten')
      forgotten() {
        return {};
      }
    }
    await expect(openHttp(ForgetfulController)).rejects.toThrow(
      'ForgetfulController.forgotten has no @Endpoint',
    );
  });

  it('refuses a handler without an access rule, and names it', async () => {
    @Controller()
    class OpenController {
      @Endpoint(letterRoutes.burn)
      async burn(_context: RequestContext) {}
    }
    await expect(openHttp(OpenController)).rejects.toThrow(
      'OpenController.burn has neither @Public nor @Requires',
    );
  });

  it('lists each handler with its route and its permission', async () => {
    @Controller()
    class GuardedController {
      @Endpoint(letterRoutes.burn)
      @Requires(Permission.ViewPeople)
      async burn(_context: RequestContext) {}
    }
    const app = await openHttp(GuardedController);
    expect(app.get(Operations).list()).toEqual([
      {
        name: 'GuardedController.burn',
        route: letterRoutes.burn,
        access: { isPublic: false, permission: Permission.ViewPeople },
      },
    ]);
  });
});
