import { createClient } from '@cso/client';
import { createAppI18n, loadService, provideClient, providePlatform } from '@cso/ui';
import { PiniaColada } from '@pinia/colada';
import { createPinia, setActivePinia } from 'pinia';
import { createApp } from 'vue';
import DesktopApp from './DesktopApp.vue';
import { enGB } from './en-GB';
import { createPlatform, provideDesktopPlatform } from './platform';
import { createDesktopRouter } from './router';
import { useWorkerSession } from './session/worker-session';
import './styles/desktop-app.scss';

/** Starts the caseworker app in the page's #app. */
export async function mountDesktopApp(): Promise<void> {
  const platform = await createPlatform();
  const pinia = createPinia();
  setActivePinia(pinia);
  const session = useWorkerSession();
  const client = createClient({
    origin: platform.server.origin ?? '',
    client: 'desktop',
    token: () => session.token,
    onError: (error) => error.code === 'NOT_SIGNED_IN' && session.token && session.end('expired'),
  });

  const app = createApp(DesktopApp);
  const router = createDesktopRouter();
  app.use(pinia).use(PiniaColada).use(createAppI18n(enGB)).use(router);
  provideClient(app, client);
  providePlatform(app, platform);
  provideDesktopPlatform(app, platform);

  if (!platform.server.origin && !platform.isPreview) await router.replace({ name: 'connect' });
  await router.isReady();
  app.mount('#app');
  if (platform.server.origin !== null) void loadService(client);
}
