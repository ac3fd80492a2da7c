import type { SessionTimes } from '@cso/contract';
import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { IdleTimer, type IdleClock, type IdleView } from './idle-timer';
import type { SessionEnd, SessionNews } from './session-channel';

export interface IdleTimeoutOptions {
  getStatus: () => Promise<SessionTimes>;
  recordActivity: () => Promise<unknown>;
  onExpired: (end: SessionEnd) => void;
  /** The moment to save drafts: five minutes are left. */
  onWarning?: () => void;
  /** The name that the tabs of this app and server share. */
  channelName: string;
  /** The figures that came with the sign-in; without them nothing shows until the first answer. */
  initialTimes?: SessionTimes;
  clock?: IdleClock;
}

export interface IdleTimeout {
  view: Ref<IdleView>;
  secondsLeft: Ref<number>;
  isAtLimit: Ref<boolean>;
  isHidden: ComputedRef<boolean>;
  staySignedIn: () => void;
  /** A new session has begun on this page: counts by its figures from now on. */
  restart: (times?: SessionTimes) => void;
}

const browserClock: IdleClock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  schedule(run, delayMs) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Keys that work the warning's own buttons, and so must not close it before the button is pressed. */
const BUTTON_KEYS = new Set(['Tab', 'Shift', 'Enter', ' ']);

function isChoiceInWarning(event: Event): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target?.closest('[data-idle-choice]')) return false;
  return !(event instanceof KeyboardEvent) || BUTTON_KEYS.has(event.key);
}

/** Hears keys, presses and scrolling, and the moments when the page comes back. Gives back how to stop. */
function listenToPage(timer: IdleTimer): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const noteEvent = (event: Event): void => {
    if (!isChoiceInWarning(event)) timer.noteActivity();
  };
  for (const type of ['keydown', 'pointerdown', 'wheel']) {
    document.addEventListener(type, noteEvent, { capture: true, passive: true, signal });
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') timer.wake();
    },
    { signal },
  );
  // A page taken from the back/forward cache is as old as when it was left.
  window.addEventListener('pageshow', ({ persisted }) => persisted && timer.wake(), { signal });
  return () => stop.abort();
}

/** Hears the other tabs of this session. */
function openChannel(name: string, timer: IdleTimer, onSignOut: () => void): BroadcastChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data: news }: MessageEvent<SessionNews>) => {
    if (news === 'changed') return timer.noteOtherTab();
    onSignOut();
    timer.wake();
  };
  return channel;
}

/** Starts once the component is there; before it goes, undoes it by what `start` gave back. */
function whileMounted(start: () => (() => void)[]): void {
  let stops: (() => void)[] = [];
  onMounted(() => (stops = start()));
  onBeforeUnmount(() => stops.forEach((stop) => stop()));
}

/** Runs the 15-minute rule for the signed-in part of an app (security-rules 5.11). */
export function useIdleTimeout(options: IdleTimeoutOptions): IdleTimeout {
  const router = useRouter();
  const view = ref<IdleView>('checking');
  const secondsLeft = ref(0);
  const isAtLimit = ref(false);
  /** What the end would be, were it now. News of a sign-out hold until the server says that the session lives. */
  let end: SessionEnd = 'time-out';
  let channel: BroadcastChannel | undefined;

  const timer = new IdleTimer({
    ...options,
    clock: options.clock ?? browserClock,
    tellOtherTabs: () => channel?.postMessage('changed' satisfies SessionNews),
    onExpired: (isEarly) => options.onExpired(end === 'time-out' && isEarly ? 'ended' : end),
    onChange() {
      if (timer.view === 'content' || timer.view === 'warning') end = 'time-out';
      view.value = timer.view;
      isAtLimit.value = timer.isAtLimit;
      secondsLeft.value = Math.ceil(timer.remainingMs / 1000);
    },
  });

  whileMounted(() => {
    channel = openChannel(options.channelName, timer, () => (end = 'signed-out'));
    const stops = [listenToPage(timer), router.afterEach(() => timer.noteActivity())];
    timer.start(options.initialTimes);
    return [() => timer.stop(), ...stops, () => channel?.close()];
  });

  const isHidden = computed(() => view.value === 'checking');
  const staySignedIn = (): void => timer.noteActivity();
  const restart = (times?: SessionTimes): void => timer.restart(times);
  return { view, secondsLeft, isAtLimit, isHidden, staySignedIn, restart };
}
