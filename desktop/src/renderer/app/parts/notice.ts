import { defineStore } from 'pinia';
import { ref } from 'vue';

/** The line at the top of the page that says what was just done. It leaves with the page or when dismissed. */
export const useNotice = defineStore('notice', () => {
  const text = ref('');
  const say = (next: string): void => void (text.value = next);
  const clear = (): void => say('');
  return { text, say, clear };
});
