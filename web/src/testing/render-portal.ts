import { clientKey, createAppI18n } from '@cso/ui';
import { PiniaColada } from '@pinia/colada';
import userEvent from '@testing-library/user-event';
import { render } from '@testing-library/vue';
import { createPinia } from 'pinia';
import { afterEach } from 'vitest';
import { createMemoryHistory } from 'vue-router';
import App from '../app/App.vue';
import { portalTexts } from '../app/messages';
import { createPortalRouter } from '../app/router';
import { leaveForSignIn, watchForSignOut } from '../features/session';
import { council, times } from './people';
import { fakeClient, type Replies } from './fake-client';

// Each test begins in a new tab.
afterEach(() => sessionStorage.clear());

/** The whole portal, opened at an address, with its real router and guards; only the service is a fake. */
export function renderPortal(path: string, replies: Replies) {
  const history = createMemoryHistory();
  history.replace(path);
  const i18n = createAppI18n(portalTexts);
  const router = createPortalRouter(history, i18n);
  const client = fakeClient({
    getSession: { stage: 'signed_out' },
    getService: council,
    recordActivity: times,
    listMyAccounts: { items: [] },
    listWhatsNew: { items: [] },
    ...replies,
  });
  const watched = watchForSignOut(client, () => void leaveForSignIn(router));
  const result = render(App, {
    global: {
      plugins: [createPinia(), PiniaColada, i18n, router],
      provide: { [clientKey as symbol]: watched },
    },
  });
  return Object.assign(result, { router, client, user: userEvent.setup() });
}

/** The same tab, loaded anew at the address where it stands. */
export function reload({ router, unmount }: ReturnType<typeof renderPortal>, replies: Replies) {
  const { fullPath } = router.currentRoute.value;
  unmount();
  return renderPortal(fullPath, replies);
}
