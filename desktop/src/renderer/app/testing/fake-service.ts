import { ApiError, type Client, type StreamHandlers } from '@cso/client';
import { Permission, type ErrorCode, type FieldCode, type Route, type WorkerSession } from '@cso/contract';
import { ConfirmHost, clientKey, platformKey } from '@cso/ui';
import { renderWith, type Rendered, type RenderOptions } from '@cso/ui/testing';
import { getActivePinia } from 'pinia';
import { defineComponent, h, type Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import { enGB } from '../en-GB';
import { desktopPlatformKey, type DesktopPlatform } from '../platform';
import { useWorkerSession } from '../session/worker-session';
import { useFocusCare } from '../shell/useFocusCare';

/** A call as the screen made it. */
export interface SentCall {
  operationId: string;
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
  isPassive?: boolean;
}

type Answer = (call: SentCall) => unknown;

/** A service whose answers are given by operationId; `calls` holds what the screen asked. */
export function fakeService(answers: Record<string, Answer>) {
  const calls: SentCall[] = [];
  const streams: StreamHandlers<unknown>[] = [];
  const client = {
    stream(_route: Route, handlers: StreamHandlers<unknown>) {
      streams.push(handlers);
      return new Promise(() => undefined);
    },
    async call(route: Route, call: object = {}) {
      const sent: SentCall = { ...call, operationId: route.operationId };
      calls.push(sent);
      const answer = answers[route.operationId];
      if (!answer) throw new Error(`No answer for ${route.operationId}`);
      const reply = await answer(sent);
      return route.reply?.parse(reply);
    },
  } as Client;
  return {
    client,
    calls,
    /** Every stream that was opened, for the test to speak through. */
    streams,
    of: (operationId: string) => calls.filter((call) => call.operationId === operationId),
  };
}

export function refuse(status: number, code: ErrorCode, fields: Record<string, FieldCode> = {}): never {
  throw new ApiError(status, code, fields, 'request-1', null);
}

export const worker: NonNullable<WorkerSession['worker']> = {
  id: '018f4b1e-7d0a-7c3e-9a55-000000000001',
  name: 'Priya Nair',
  role: 'team_manager',
  teamId: null,
  permissions: Object.values(Permission),
  recoveryCodesLeft: 10,
};

const fakePlatform: DesktopPlatform = {
  isPreview: false,
  server: { origin: 'https://council.example', isManaged: false },
  version: '0.1.0',
  chooseServer: async (origin) => ({ origin, isManaged: false }),
  saveFile: async () => 'saved',
  openExternal: async () => undefined,
  notify: async () => undefined,
  onLocked: () => undefined,
  onDeepLink: () => undefined,
};

const emptyPage: Component = { render: () => null };
const places = [
  'home',
  'sign-in',
  'forgotten-password',
  'set-password',
  'connect',
  'my-work',
  'people',
  'approvals',
  'staff',
  'covers',
  'ready-texts',
  'message-types',
];
const routes: RouteRecordRaw[] = [
  ...places.map((name) => ({ path: `/${name}`, name, component: emptyPage })),
  { path: '/people/:id', name: 'person', component: emptyPage },
  { path: '/invitations/:id?', name: 'invitations', component: emptyPage },
  { path: '/approvals/:id', name: 'approval', component: emptyPage },
  { path: '/inbox/:id?', name: 'inbox', component: emptyPage },
  { path: '/recordings/:id?', name: 'recordings', component: emptyPage },
];

interface PageOptions extends RenderOptions {
  isSignedOut?: boolean;
  platform?: Partial<DesktopPlatform>;
}

/** Renders a page of the caseworker app as the app frames it, with the worker signed in unless said otherwise. */
export function renderPage(
  page: Component,
  service: { client: Client },
  { isSignedOut, platform, props, ...options }: PageOptions = {},
): Promise<Rendered> {
  const given = { ...fakePlatform, ...platform };
  const frame = defineComponent({
    setup() {
      useFocusCare();
      if (!isSignedOut) signIn();
      return () => [h('main', [h(page, props)]), h(ConfirmHost)];
    },
  });
  return renderWith(frame, {
    routes,
    messages: enGB,
    ...options,
    provide: { [clientKey]: service.client, [platformKey]: given, [desktopPlatformKey]: given },
  });
}

function signIn(): void {
  useWorkerSession(getActivePinia()).adopt({ token: 'token-1', session: { stage: 'signed_in', worker } });
}
