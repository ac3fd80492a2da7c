import { draftRoutes, type Draft, type DraftContent, type DraftPlace } from '@cso/contract';
import { DraftSaver, useClient, type DraftState } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { onBeforeUnmount, reactive } from 'vue';
import { useSavingOnLeave } from './useSavingOnLeave';

const isAt =
  (place: DraftPlace) =>
  ({ place: other }: Draft): boolean =>
    other.accountId === place.accountId && other.kind === place.kind && other.targetId === place.targetId;

/** The service's side of the draft of one place. */
export function useDraftCalls(place: DraftPlace) {
  const client = useClient();
  return {
    find: async (): Promise<Draft | undefined> =>
      (await client.call(draftRoutes.list)).items.find(isAt(place)),
    /** A repeat that no person asked for keeps no session alive. */
    save: (content: DraftContent, revision: number, isPassive: boolean) =>
      client.call(draftRoutes.save, { body: { place, content, revision }, isPassive }),
  };
}

/** A saver whose state the page can show. It saves what is left when the page goes. */
export function useDraftSaver(save: ReturnType<typeof useDraftCalls>['save'], onClash: () => void) {
  const cache = useQueryCache();
  const shown = reactive<{ state: DraftState; savedAt: string | undefined }>({
    state: 'empty',
    savedAt: undefined,
  });
  const saver = new DraftSaver({
    save,
    onChange() {
      Object.assign(shown, { state: saver.state, savedAt: saver.savedAt });
      if (saver.state === 'clash') onClash();
    },
  });

  /** Lists of drafts are asked for anew once the last words are in them. */
  async function leave(): Promise<void> {
    await saver.flush();
    await saver.stop();
    await cache.invalidateQueries({ key: ['drafts'] });
  }
  useSavingOnLeave(saver);
  onBeforeUnmount(() => void leave());
  return { saver, shown };
}
