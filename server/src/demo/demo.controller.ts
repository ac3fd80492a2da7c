import { Controller } from '@nestjs/common';
import type { RouteBody, RouteParams, RouteQuery, RouteReply } from '@cso/contract';
import { Public } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';
import { DemoAuthenticators } from './demo-authenticators.js';
import { DemoOutbox } from './demo-outbox.service.js';
import { DemoPhone } from './demo-phone.js';
import { demoRoutes, type FailDelivery } from './demo.routes.js';

type Routes = typeof demoRoutes;

@Controller()
export class DemoController {
  constructor(
    private readonly outbox: DemoOutbox,
    private readonly phone: DemoPhone,
    private readonly authenticators: DemoAuthenticators,
  ) {}

  @Endpoint(demoRoutes.listMessages)
  @Public()
  async listMessages(query: RouteQuery<Routes['listMessages']>): Promise<RouteReply<Routes['listMessages']>> {
    return { items: await this.outbox.list(query) };
  }

  @Endpoint(demoRoutes.listChanges)
  @Public()
  listChanges({ since }: RouteQuery<Routes['listChanges']>): Promise<RouteReply<Routes['listChanges']>> {
    return this.outbox.changesSince(since);
  }

  @Endpoint(demoRoutes.answerCall)
  @Public()
  answerCall({ id }: RouteParams<Routes['answerCall']>): Promise<void> {
    return this.phone.answer(id);
  }

  @Endpoint(demoRoutes.pressKey)
  @Public()
  pressKey({ id }: RouteParams<Routes['pressKey']>, { key }: RouteBody<Routes['pressKey']>): Promise<void> {
    return this.phone.press(id, key);
  }

  @Endpoint(demoRoutes.endCall)
  @Public()
  endCall({ id }: RouteParams<Routes['endCall']>): Promise<void> {
    return this.phone.end(id);
  }

  @Endpoint(demoRoutes.failDelivery)
  @Public()
  failDelivery(failure: FailDelivery): Promise<void> {
    return this.outbox.fail(failure);
  }

  @Endpoint(demoRoutes.listPeople)
  @Public()
  async listPeople(): Promise<RouteReply<Routes['listPeople']>> {
    return { items: this.outbox.listPeople() };
  }

  @Endpoint(demoRoutes.listAuthenticators)
  @Public()
  async listAuthenticators(): Promise<RouteReply<Routes['listAuthenticators']>> {
    return { items: this.authenticators.list() };
  }
}
