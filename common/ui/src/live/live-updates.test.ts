import type { Client, StreamHandlers } from '@cso/client';
import type { LiveEvent } from '@cso/contract';
import { PiniaColada, useQuery } from '@pinia/colada';
import { render } from '@testing-library/vue';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref, type Component } from 'vue';
import { clientKey } from '../client';
import { useLiveUpdates } from './live-updates';

const MINUTE = 60_000;

/** A screen with three queries, and a stream in the test's hand. `asked` holds which of them were asked, in order. */
function openScreen() {
  const asked: string[] = [];
  const isAway = ref(false);
  const isSignedIn = ref(true);
  let stream: StreamHandlers<LiveEvent> | undefined;
  const client = {
    stream: (_route: unknown, handlers: StreamHandlers<LiveEvent>) => {
      stream = handlers;
      return new Promise(() => undefined);
    },
  } as unknown as Client;
  const ask = (...key: string[]) =>
    useQuery({
      key,
      query: async () => {
        asked.push(key.join('/'));
        if (isAway.value) throw new Error('away');
        return 'answer';
      },
    });
  const news: Component = {
    setup() {
      useLiveUpdates({ messages: [['my-accounts']] });
      return () => null;
    },
  };
  const screen = defineComponent({
    setup() {
      const threads = ask('messages', 'new');
      ask('my-accounts');
      ask('help');
      return () => h('main', [threads.data.value, isSignedIn.value ? h(news) : null]);
    },
  });
  const result = render(screen, {
    global: { plugins: [createPinia(), PiniaColada], provide: { [clientKey as symbol]: client } },
  });
  return { ...result, asked, isAway, isSignedIn, stream: () => stream! };
}

describe('live updates', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  async function openQuietScreen() {
    const screen = openScreen();
    await pass(0);
    screen.stream().onOpen(true);
    screen.asked.length = 0;
    return screen;
  }

  it('ask again what the news is named after, and what the app adds to it', async () => {
    const { stream, asked } = await openQuietScreen();
    stream().onEvent({ kind: 'messages' });
    await pass(0);
    expect(asked.toSorted()).toEqual(['messages/new', 'my-accounts']);
    stream().onEvent({ kind: 'tasks' });
    await pass(0);
    expect(asked).toHaveLength(2);
  });

  it('ask everything again when too much was missed to tell', async () => {
    const { stream, asked } = await openQuietScreen();
    stream().onEvent({ kind: 'all' });
    await pass(0);
    expect(asked).toHaveLength(3);
    stream().onGap();
    await pass(0);
    expect(asked).toHaveLength(6);
  });

  it('ask every minute while there is no stream, and only then', async () => {
    const { stream, asked } = await openQuietScreen();
    await pass(MINUTE);
    expect(asked).toEqual([]);
    stream().onOpen(false);
    await pass(MINUTE);
    expect(asked.toSorted()).toEqual(['help', 'messages/new', 'my-accounts']);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await pass(MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('keep what is shown, and say nothing, when an answer does not come', async () => {
    const { stream, asked, isAway, container } = await openQuietScreen();
    isAway.value = true;
    stream().onEvent({ kind: 'messages' });
    await pass(0);
    expect(asked).toHaveLength(2);
    expect(container.textContent).toBe('answer');
  });

  it('end at sign-out', async () => {
    const { stream, asked, isSignedIn } = await openQuietScreen();
    stream().onOpen(false);
    isSignedIn.value = false;
    await nextTick();
    expect(stream().signal.aborted).toBe(true);
    await pass(MINUTE);
    expect(asked).toEqual([]);
  });
});
