import { Id, route, VoiceEvent, WorkerRole } from '@cso/contract';
import { z } from 'zod';
import { DemoChannel, DemoFailure, DemoMessage } from '../gateways/index.js';

const CallParams = z.strictObject({ id: Id });

/** `password` is null for somebody who has no account yet. */
export const DemoPerson = z.object({
  name: z.string(),
  role: WorkerRole.or(z.literal('carer')),
  email: z.string(),
  password: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

export const FailDelivery = z.strictObject({
  to: z.string().trim().min(1).max(190),
  channel: DemoChannel,
  how: DemoFailure.or(z.literal('none')),
});
export type FailDelivery = z.infer<typeof FailDelivery>;

/** What the page and test rigs call; in demo mode only (interfaces.md). */
export const demoRoutes = {
  listMessages: route({
    operationId: 'listDemoMessages',
    method: 'GET',
    path: '/demo/api/outbox',
    summary: 'Demo: what was sent, oldest first. `after` is a moment or the id of a message.',
    query: z.strictObject({ to: z.string().max(190).optional(), after: z.string().max(64).optional() }),
    reply: z.object({ items: z.array(DemoMessage) }),
  }),
  listChanges: route({
    operationId: 'listDemoChanges',
    method: 'GET',
    path: '/demo/api/changes',
    summary: 'Demo: what arrived or changed since the mailbox stood at `since`.',
    query: z.strictObject({ since: z.coerce.number().int().min(0) }),
    reply: z.object({ revision: z.int(), isReset: z.boolean(), items: z.array(DemoMessage) }),
  }),
  answerCall: route({
    operationId: 'answerDemoCall',
    method: 'POST',
    path: '/demo/api/calls/:id/answer',
    summary: 'Demo: pick up a ringing call.',
    params: CallParams,
  }),
  pressKey: route({
    operationId: 'pressDemoKey',
    method: 'POST',
    path: '/demo/api/calls/:id/keys',
    summary: 'Demo: press a key during a call.',
    params: CallParams,
    body: z.strictObject({ key: VoiceEvent.shape.key.unwrap() }),
  }),
  endCall: route({
    operationId: 'endDemoCall',
    method: 'POST',
    path: '/demo/api/calls/:id/end',
    summary: 'Demo: do not answer, or hang up.',
    params: CallParams,
  }),
  failDelivery: route({
    operationId: 'failDemoDelivery',
    method: 'POST',
    path: '/demo/api/fail',
    summary: 'Demo: from now on, let what is sent to this address or number go wrong.',
    body: FailDelivery,
  }),
  listPeople: route({
    operationId: 'listDemoPeople',
    method: 'GET',
    path: '/demo/api/people',
    summary: 'Demo: the people of the demo council and how they sign in.',
    reply: z.object({ items: z.array(DemoPerson) }),
  }),
  listAuthenticators: route({
    operationId: 'listDemoAuthenticators',
    method: 'GET',
    path: '/demo/api/authenticators',
    summary: 'Demo: the codes in the workers’ authenticator apps.',
    reply: z.object({
      items: z.array(z.object({ email: z.string(), code: z.string(), secondsLeft: z.int() })),
    }),
  }),
};
