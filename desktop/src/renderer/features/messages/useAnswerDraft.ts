import { answerDraftRoutes, type AnswerDraft } from '@cso/contract';
import { DraftSaver, useClash, useClient, type DraftState } from '@cso/ui';
import { onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue';

/** Saves at once whenever the text might be left: another field or window, or the network is back. */
function useSavingOnLeave(saver: DraftSaver<string>): void {
  const stop = new AbortController();
  const { signal } = stop;
  const flush = () => void saver.flush();

  onMounted(() => {
    document.addEventListener('focusout', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    window.addEventListener('online', flush, { signal });
  });
  onBeforeUnmount(async () => {
    stop.abort();
    await saver.flush();
    await saver.stop();
  });
}

/** The service's side of the answer to one thread, with a state that the page can show. */
function useAnswerSaver(id: string) {
  const client = useClient();
  const params = { id };
  const shown = reactive<{ state: DraftState; savedAt: string | undefined }>({
    state: 'empty',
    savedAt: undefined,
  });
  const find = async () => (await client.call(answerDraftRoutes.get, { params })).draft ?? undefined;
  const clash = useClash(find);
  const saver = new DraftSaver<string>({
    save: (body, revision, isPassive) =>
      client.call(answerDraftRoutes.save, { params, body: { body, revision }, isPassive }),
    onChange() {
      Object.assign(shown, { state: saver.state, savedAt: saver.savedAt });
      if (saver.state === 'clash') void clash.look();
    },
  });
  return { find, clash, saver, shown };
}

/** Sends the text in the draft's place: no save may come after it and make the draft anew. */
function sendInPlaceOf(saver: DraftSaver<string>) {
  return async (act: () => Promise<unknown>): Promise<void> => {
    await saver.stop();
    try {
      await act();
    } catch (error) {
      saver.resume();
      throw error;
    }
    saver.begin('');
  };
}

/**
 * What this worker has begun to answer in a thread: kept on the server while it is typed, and there again on any
 * computer. `body` is the text of the answer box.
 */
export function useAnswerDraft(id: string, body: { get: () => string; set: (text: string) => void }) {
  const { find, clash, saver, shown } = useAnswerSaver(id);
  const isReady = ref(false);

  function begin(draft?: AnswerDraft['draft']): void {
    if (draft) body.set(draft.body);
    saver.begin(body.get(), draft ?? undefined);
    isReady.value = true;
  }
  /** The two ways out of a clash. */
  function keepMine(): Promise<void> {
    clash.close();
    return saver.replace(clash.other.value?.revision ?? 0);
  }
  function takeOther(): void {
    clash.close();
    begin(clash.other.value);
  }

  watch(body.get, (text) => saver.note(text));
  useSavingOnLeave(saver);
  // What could not be loaded is met again as a clash at the first save, so nothing is written over.
  void find().then(begin, () => begin());
  const acts = { keepMine, takeOther, send: sendInPlaceOf(saver) };
  return reactive({ isReady, clash: reactive(clash), shown, ...acts });
}
