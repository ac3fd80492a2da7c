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

/** One press at a time: what was done is said, or why it was not. */
function usePress() {
  const texts = useErrorTexts('myDetails.errors');
  const said = ref('');
  const failure = ref('');
  const isBusy = ref(false);

  async function press(act: () => Promise<string>): Promise<void> {
    if (isBusy.value) return;
    [said.value, failure.value, isBusy.value] = ['', '', true];
    try {
      said.value = await act();
    } catch (error) {
      failure.value = texts.ofFailure(error);
    } finally {
      isBusy.value = false;
    }
  }
  return { said, failure, isBusy, press };
}

/** Logging out another device, or all of them, this one included. */
export function useLogOutElsewhere(nameOf: (device: MySession) => string) {
  const client = useClient();
  const cache = useQueryCache();
  const router = useRouter();
  const confirm = useConfirm();
  const { t } = useI18n();
  const { forgetEverything } = useLogOut();
  const { press, ...shown } = usePress();

  const logOut = (device: MySession) =>
    press(async () => {
      await client.call(mySignInRoutes.endSession, { params: { id: device.id } });
      await cache.invalidateQueries({ key: KEY });
      return t('myDetails.devices.ended', { name: nameOf(device) });
    });

  async function leave(): Promise<string> {
    await client.call(mySignInRoutes.endAllSessions);
    announceSignOut(SESSION_CHANNEL);
    forgetEverything();
    await router.replace({ name: 'signed-out' });
    return '';
  }

  async function logOutEverywhere(): Promise<void> {
    const isSure = await confirm({
      title: t('myDetails.devices.allTitle'),
      message: t('myDetails.devices.allText'),
      confirmText: t('myDetails.devices.all'),
    });
    if (isSure) await press(leave);
  }
  return { ...shown, logOut, logOutEverywhere };
}
