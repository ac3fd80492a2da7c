import type { Draft, DraftContent, DraftPlace } from '@cso/contract';
import { useClash, type DraftSaver } from '@cso/ui';
import { computed, reactive, ref, toRefs, watch } from 'vue';
import { useDraftCalls, useDraftSaver } from './useDraftSaver';

interface DraftOptions {
  place: DraftPlace;
  /** What the page's fields hold now, as a draft. */
  content: () => DraftContent;
  /** Puts a draft into the page's fields. */
  restore: (content: DraftContent) => void;
}

/** The draft of one place; `useDraft` makes it. */
export type PageDraft = ReturnType<typeof useDraft>;

/** Sends the text in the draft's place: no save may come after it and make the draft anew. */
function sendInPlaceOf(saver: DraftSaver<DraftContent>) {
  return async <Reply>(act: () => Promise<Reply>): Promise<Reply> => {
    await saver.stop();
    try {
      const reply = await act();
      saver.finish();
      return reply;
    } catch (error) {
      saver.resume();
      throw error;
    }
  };
}

/**
 * What was typed at one place of the portal, kept on the server while it is typed and found again when the page is
 * opened anew. Sending drops it. Nothing stays in the browser: what is not saved lives as long as the page.
 */
export function useDraft({ place, content, restore }: DraftOptions) {
  const calls = useDraftCalls(place);
  const { other, step, look, close } = useClash(calls.find);
  const { saver, shown } = useDraftSaver(calls.save, () => void look());
  const phase = ref<'loading' | 'ready' | 'failed'>('loading');

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

  /** The two ways out of a clash. */
  async function keepMine(): Promise<void> {
    close();
    await saver.replace(other.value?.revision ?? 0);
  }
  function takeOther(): void {
    close();
    begin(other.value);
  }

  watch(content, (newest) => phase.value === 'ready' && saver.note(newest), { deep: true });
  void load();

  /** While two texts stand against each other neither can be sent: the other one would be lost. */
  const fault = computed(() => (step.value === 'none' ? undefined : 'CLASH'));
  /** `startAnew`: an empty place again, after what was there has been sent. */
  const acts = { load, look, keepMine, takeOther, send: sendInPlaceOf(saver), startAnew: () => begin() };
  return reactive({ ...toRefs(shown), phase, fault, clash: reactive({ step, other }), ...acts });
}
