import type { Client } from '@cso/client';
import { inject, type App, type InjectionKey } from 'vue';

const clientKey: InjectionKey<Client> = Symbol('client');

/** Gives every component below the app the typed client of the service. */
export function provideClient(app: App, client: Client): void {
  app.provide(clientKey, client);
}

/** The typed client; call in setup. Tests provide a fake under `clientKey`. */
export function useClient(): Client {
  const client = inject(clientKey);
  if (!client) throw new Error('useClient: no client was provided');
  return client;
}

export { clientKey };
