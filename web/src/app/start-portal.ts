import { createClient } from '@cso/client';
import { createAppI18n, provideClient } from '@cso/ui';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createWebHistory } from 'vue-router';
import { leaveForSignIn, readAsPerson, watchForSignOut } from '../features/session';
import App from './App.vue';
import { portalTexts } from './messages';
import { createPortalRouter } from './router';
import './portal.scss';

/** Puts the carer portal into the page. */
export function startPortal(place: string): void {
  const app = createApp(App);
  const i18n = createAppI18n(portalTexts);
  const router = createPortalRouter(createWebHistory(), i18n);
  const client = createClient({ origin: '', client: 'web' });

  provideClient(
    app,
    watchForSignOut(readAsPerson(client), () => void leaveForSignIn(router)),
  );
  app.use(createPinia()).use(PiniaColada).use(i18n).use(router);
  reloadWhenRestored();
  app.mount(place);
}

/** A page that the browser kept whole (Back after leaving the site) could show what its session may no longer see. */
function reloadWhenRestored(): void {
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
}
