import { isUrgentText } from '@cso/contract';
import { reactive, ref } from 'vue';

/** Stops once before a text with urgent words is sent, and shows whom to ring. It never keeps the text from going. */
export function useUrgentCheck() {
  const isOpen = ref(false);
  let settle: ((isSending: boolean) => void) | undefined;

  /** Whether to send: at once when nothing sounds urgent, otherwise as the person answers. */
  function allows(...texts: string[]): Promise<boolean> {
    if (!isUrgentText(texts.join(' '))) return Promise.resolve(true);
    isOpen.value = true;
    return new Promise((resolve) => (settle = resolve));
  }

  function answer(isSending: boolean): void {
    isOpen.value = false;
    settle?.(isSending);
  }
  return reactive({ isOpen, allows, answer });
}
