import {
  accessRoutes,
  inboxRoutes,
  myMessageRoutes,
  personRoutes,
  type AllocationRole,
  type Message,
  type StartThread,
} from '@cso/contract';
import { Council } from './council.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** The type 'Message your worker', made by the migration. */
export const MESSAGE_YOUR_WORKER = '01890000-0000-7000-8000-000000000001';
export const FOSTER_CARER_RECORDING = '01890000-0000-7000-8000-000000000002';

/** A carer at their browser, with their own account and that of one child. */
export interface Home {
  readonly carer: TestClient;
  readonly carerId: string;
  readonly childId: string;
}

/** Carers and workers who write to each other: each method is what one of them does. Olivia and Daniel are a team. */
export class Correspondence {
  private constructor(
    readonly service: TestApp,
    readonly council: Council,
    readonly olivia: TestClient,
    readonly daniel: TestClient,
  ) {}

  static async open(service: TestApp): Promise<Correspondence> {
    const council = new Council(service);
    return new Correspondence(
      service,
      council,
      await council.workerAt('Olivia'),
      await council.workerAt('Daniel'),
    );
  }

  /** A new carer with a child; both accounts are active. */
  async home(name: string): Promise<Home> {
    const { id, carer, carerId, childIds } = await this.council.acceptedFamily(this.olivia, name);
    await this.council.activate(this.daniel, id);
    return { carer, carerId, childId: childIds[0]! };
  }

  /** Another carer of the child, in the first carer's household or in one of their own. */
  async carerOf(childId: string, name: string, householdOf?: string): Promise<Home> {
    const { carerId, email, number } = await this.council.family(this.olivia, name, 0);
    const startsOn = '2026-02-02';
    await this.olivia.call(personRoutes.placeChild, { body: { carerId, childId, startsOn } });
    if (householdOf) {
      const body = { withPersonId: householdOf };
      await this.olivia.call(personRoutes.linkHousehold, { params: { id: carerId }, body });
    }
    const { id } = await this.council.inviteAndConfirm(this.olivia, carerId, [carerId, childId]);
    const carer = await this.council.signUp(email, number);
    await this.council.accept(carer);
    await this.council.activate(this.daniel, id);
    return { carer, carerId, childId };
  }

  async allocate(personId: string, firstName: string, role: AllocationRole): Promise<void> {
    const body = { workerId: await this.council.workerId(firstName), role };
    await this.olivia.call(personRoutes.allocateWorker, { params: { id: personId }, body });
  }

  async changeAccess(move: 'end' | 'suspend' | 'resume', { carerId, childId }: Home): Promise<void> {
    const { items } = (await this.olivia.call(accessRoutes.list, { query: { carerId } })).body;
    const { id } = items.find(({ accountId }) => accountId === childId)!;
    await this.olivia.call(accessRoutes[move], { params: { id }, body: { reason: 'Agreed.' } });
  }

  /** A second later than whatever was sent before. */
  start(
    carer: TestClient,
    accountId: string,
    letter: Partial<StartThread> = {},
    idempotencyKey: string = crypto.randomUUID(),
  ) {
    this.service.clock.advance(1000);
    const plain = {
      typeId: MESSAGE_YOUR_WORKER,
      recipient: 'team',
      subject: 'School',
      body: 'A word.',
    } as const;
    const body = { ...plain, accountId, isPrivate: false, ...letter };
    return carer.call(myMessageRoutes.startThread, { body, idempotencyKey });
  }

  reply(carer: TestClient, id: string, body: string, idempotencyKey: string = crypto.randomUUID()) {
    this.service.clock.advance(1000);
    return carer.call(myMessageRoutes.reply, { params: { id }, body: { body }, idempotencyKey });
  }

  threads(carer: TestClient, query: { accountId?: string; cursor?: string } = {}) {
    return carer.call(myMessageRoutes.listThreads, { query });
  }

  thread(carer: TestClient, id: string, cursor?: string) {
    const query = cursor === undefined ? {} : { cursor };
    return carer.call(myMessageRoutes.getThread, { params: { id }, query });
  }

  /** Up to the newest message that the carer sees. */
  async read(carer: TestClient, id: string): Promise<void> {
    const upToMessageId = (await this.thread(carer, id)).body.messages.at(-1)!.id;
    await carer.call(myMessageRoutes.markRead, { params: { id }, body: { upToMessageId } });
  }

  claim(worker: TestClient, id: string) {
    return worker.call(inboxRoutes.claim, { params: { id }, body: {} });
  }

  answer(worker: TestClient, id: string, body: string, idempotencyKey: string = crypto.randomUUID()) {
    this.service.clock.advance(1000);
    return worker.call(inboxRoutes.reply, {
      params: { id },
      body: { body, close: false },
      idempotencyKey,
    });
  }

  open(worker: TestClient, id: string) {
    return worker.call(inboxRoutes.get, { params: { id }, query: {} });
  }

  async readByWorker(worker: TestClient, id: string): Promise<void> {
    const upToMessageId = (await this.open(worker, id)).body.messages.at(-1)!.id;
    await worker.call(inboxRoutes.markRead, { params: { id }, body: { upToMessageId } });
  }
}

export const bodiesOf = (messages: readonly Message[]): string[] => messages.map(({ body }) => body);
