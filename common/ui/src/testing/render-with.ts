import { PiniaColada } from '@pinia/colada';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { cleanup, render, type RenderResult } from '@testing-library/vue';
import { createPinia } from 'pinia';
import { afterEach } from 'vitest';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter, type RouteRecordRaw, type Router } from 'vue-router';
import { createAppI18n, type Texts } from '../i18n/app-i18n';

// Each test begins with an empty page.
afterEach(cleanup);

export interface RenderOptions {
  props?: Record<string, unknown>;
  slots?: Record<string, unknown>;
  attrs?: Record<string, unknown>;
  /** The routes that the component may link to; any other path shows an empty page. */
  routes?: RouteRecordRaw[];
  /** Where the visit begins; '/' if not said. */
  path?: string;
  /** The app's own texts; the shared ones are always there. */
  messages?: Texts;
  provide?: Record<string | symbol, unknown>;
}

export type Rendered = RenderResult & { router: Router; user: UserEvent };

const emptyPage: RouteRecordRaw = { path: '/:rest(.*)*', component: { template: '', render: () => null } };

/** Renders a component as in the app: router, stores, queries and translations are there. */
export async function renderWith(component: Component, options: RenderOptions = {}): Promise<Rendered> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [...(options.routes ?? []), emptyPage],
  });
  await router.push(options.path ?? '/');
  const result = render(component, {
    props: options.props,
    slots: options.slots,
    attrs: options.attrs,
    global: {
      plugins: [createPinia(), PiniaColada, router, createAppI18n(options.messages)],
      provide: options.provide,
    },
  } as Parameters<typeof render>[1]);
  return Object.assign(result, { router, user: userEvent.setup() });
}
