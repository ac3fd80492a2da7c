import { mySignInRoutes, type MySession } from '@cso/contract';
import { announceSignOut, useClient, useConfirm, useErrorTexts } from '@cso/ui';
import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { SESSION_CHANNEL, useLogOut } from '../session';

const KEY = ['my-sessions'];

/** Where the carer is signed in. */
export function useDevices() {
  const client = useClient();
  const list = useQuery({ key: KEY, query: () => client.call(mySignInRoutes.listSessions) });
  return {
    items: computed(() => list.data.value?.items ?? []),
    isPending: computed(() => list.status.value === 'pending'),
    hasFailed: computed(() => list.status.value === 'error' && !list.data.value),
    isBusy: list.isLoading,
    reload: () => list.refetch(),
  };
}

/** Logging out elsewhere. What could not be done is said, and what was done, once. */
export function useLogOutElsewhere(nameOf: (device: MySession) => string) {
  const client = useClient();
  const cache = useQueryCache();
  const router = useRouter();
  const confirm = useConfirm();
  const { t } = useI18n();
  const texts = useErrorTexts('myDetails.errors');
  const { forgetEverything } = useLogOut();
  const said = ref('');
  const failure = ref('');
  const isBusy = ref(false);

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    if (isBusy.value) return;
    [said.value, failure.value, isBusy.value] = ['', '', true];
    try {
      await act();
    } catch (error) {
      failure.value = texts.ofFailure(error);
    } finally {
      isBusy.value = false;
    }
  }

  const logOut = (device: MySession) =>
    attempt(async () => {
      await client.call(mySignInRoutes.endSession, { params: { id: device.id } });
      said.value = t('myDetails.devices.ended', { name: nameOf(device) });
      await cache.invalidateQueries({ key: KEY });
    });

  async function logOutEverywhere(): Promise<void> {
    const isSure = await confirm({
      title: t('myDetails.devices.allTitle'),
      message: t('myDetails.devices.allText'),
      confirmText: t('myDetails.devices.all'),
    });
    if (!isSure) return;
    await attempt(async () => {
      await client.call(mySignInRoutes.endAllSessions);
      announceSignOut(SESSION_CHANNEL);
      forgetEverything();
      await router.replace({ name: 'signed-out' });
    });
  }
  return { said, failure, isBusy, logOut, logOutEverywhere };
}
