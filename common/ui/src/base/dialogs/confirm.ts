import { defineStore } from 'pinia';
import { ref } from 'vue';

/** A question that the person answers with yes or no. The texts are already translated. */
export interface Question {
  title: string;
  message?: string;
  confirmText?: string;
  cancelText?: string;
  tone?: 'normal' | 'warning';
}

/** The question on the screen; `ConfirmHost` shows it. */
export const useOpenQuestion = defineStore('open-question', () => {
  const question = ref<Question>();
  let settle: ((isConfirmed: boolean) => void) | undefined;

  function ask(next: Question): Promise<boolean> {
    answer(false);
    question.value = next;
    return new Promise((resolve) => (settle = resolve));
  }

  function answer(isConfirmed: boolean): void {
    question.value = undefined;
    settle?.(isConfirmed);
    settle = undefined;
  }
  return { question, ask, answer };
});

/** `await confirm({ title })` is true when the person said yes; Escape is no. Needs one `ConfirmHost` in the app. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  return useOpenQuestion().ask;
}
