import { onBeforeUnmount, ref, watch, type Ref } from 'vue';

/** Seconds left, counted down from what the server said. A new figure starts it again. */
export function useCountdown(fromSeconds: () => number | undefined): Ref<number> {
  const left = ref(0);
  let endsAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    clearInterval(timer);
  }
  function count(): void {
    left.value = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    if (left.value === 0) stop();
  }

  watch(
    fromSeconds,
    (seconds) => {
      stop();
      endsAt = performance.now() + (seconds ?? 0) * 1000;
      count();
      if (left.value > 0) timer = setInterval(count, 250);
    },
    { immediate: true },
  );
  onBeforeUnmount(stop);
  return left;
}
