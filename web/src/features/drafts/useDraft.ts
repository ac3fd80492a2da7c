import { draftRoutes, type Draft, type DraftContent, type DraftPlace } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue';
import { DraftSaver, type DraftState } from './draft-saver';
import { useSavingOnLeave } from './useSavingOnLeave';

interface DraftOptions {
  place: DraftPlace;
  /** What the page's fields hold now, as a draft. */
  content: () => DraftContent;
  /** Puts a draft into the page's fields. */
  restore: (content: DraftContent) => void;
}

/** The draft of one place; `useDraft` makes it. */
export type PageDraft = ReturnType<typeof useDraft>;

const isAt =
  (place: DraftPlace) =>
  ({ place: other }: Draft): boolean =>
    other.accountId === place.accountId && other.kind === place.kind && other.targetId === place.targetId;

/** The service's side of a draft. */
function useDraftCalls(place: DraftPlace) {
  const client = useClient();
  return {
    find: async (): Promise<Draft | undefined> =>
      (await client.call(draftRoutes.list)).items.find(isAt(place)),
    /** A repeat that no person asked for keeps no session alive. */
    save: (content: DraftContent, revision: number, isPassive: boolean) =>
      client.call(draftRoutes.save, { body: { place, content, revision }, isPassive }),
  };
}

/** Which draft is on the server when this page's text was typed on an older one. */
function useClash(find: () => Promise<Draft | undefined>) {
  const other = ref<Draft>();
  const step = ref<'none' | 'loading' | 'failed' | 'shown'>('none');

  async function look(): Promise<void> {
    step.value = 'loading';
    try {
      other.value = await find();
      step.value = 'shown';
    } catch {
      step.value = 'failed';
    }
  }
  const close = () => (step.value = 'none');
  return { other, step, look, close };
}

/**
 * What was typed at one place of the portal, kept on the server while it is typed and found again when the page is
 * opened anew. Sending drops it. Nothing stays in the browser: what is not saved lives as long as the page.
 */
export function useDraft({ place, content, restore }: DraftOptions) {
  const calls = useDraftCalls(place);
  const cache = useQueryCache();
  const clash = useClash(calls.find);
  const phase = ref<'loading' | 'ready' | 'failed'>('loading');
  const shown = reactive({ state: 'empty' as DraftState, savedAt: undefined as string | undefined });

  const saver = new DraftSaver({
    save: calls.save,
    onChange() {
      Object.assign(shown, { state: saver.state, savedAt: saver.savedAt });
      if (saver.state === 'clash') void clash.look();
    },
  });

  function begin(draft?: Draft): void {
    if (draft) restore(draft.content);
    saver.begin(content(), draft);
  }

  async function load(): Promise<void> {
    phase.value = 'loading';
    try {
      begin(await calls.find());
      phase.value = 'ready';
    } catch {
      phase.value = 'failed';
    }
  }

  /** The page is gone. Lists of drafts are asked for anew once the last words are in them. */
  async function leave(): Promise<void> {
    await saver.flush();
    await saver.stop();
    await cache.invalidateQueries({ key: ['drafts'] });
  }

  /** Sends the text in the draft's place: no save may come after it and make the draft anew. */
  async function send<Reply>(act: () => Promise<Reply>): Promise<Reply> {
    await saver.stop();
    try {
      const reply = await act();
      saver.finish();
      return reply;
    } catch (error) {
      saver.resume();
      throw error;
    }
  }

  /** The two ways out of a clash. */
  async function keepMine(): Promise<void> {
    clash.close();
    await saver.replace(clash.other.value?.revision ?? 0);
  }
  function takeOther(): void {
    clash.close();
    begin(clash.other.value);
  }

  watch(content, (newest) => phase.value === 'ready' && saver.note(newest), { deep: true });
  useSavingOnLeave(saver);
  onBeforeUnmount(() => void leave());
  void load();

  return reactive({
    phase,
    state: computed(() => shown.state),
    savedAt: computed(() => shown.savedAt),
    clash: reactive({ step: clash.step, other: clash.other }),
    load,
    look: clash.look,
    keepMine,
    takeOther,
    send,
    /** An empty place again, after what was there has been sent. */
    startAnew: () => begin(),
  });
}
