import { usePageFrame } from '@cso/ui';
import { onBeforeUnmount, watchEffect } from 'vue';

/** 'Error: ' in front of the window's title, for pages whose form is no FormPage. */
export function useErrorTitle(form: { summary: readonly unknown[] }): void {
  const frame = usePageFrame();
  watchEffect(() => (frame.hasErrors = form.summary.length > 0));
  onBeforeUnmount(() => (frame.hasErrors = false));
}
