import { shallowRef, ref } from 'vue';

/** Which draft is on the server when this page's text was typed on an older one. */
export function useClash<Draft>(find: () => Promise<Draft | undefined>) {
  /** Undefined while `shown`: the draft is gone, for it was sent or thrown away. */
  const other = shallowRef<Draft>();
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

  function close(): void {
    step.value = 'none';
  }
  return { other, step, look, close };
}
