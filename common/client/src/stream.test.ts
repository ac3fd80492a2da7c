import { liveRoutes, type LiveEvent } from '@cso/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './client.js';

const SECOND = 1000;

/** A service whose streams the test opens, feeds and cuts. */
function service() {
  const asked: { headers: Record<string, string>; signal: AbortSignal }[] = [];
  const answers: (() => Response | Promise<Response>)[] = [];
  let feed: ReadableStreamDefaultController<Uint8Array>;
  const stream = () =>
    new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) }));
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push({ headers: init.headers as Record<string, string>, signal: init.signal! });
    const answer = await (answers.shift() ?? stream)();
    init.signal!.addEventListener('abort', () => feed.error(new DOMException('cut', 'AbortError')));
    return answer;
  });
  return {
    asked,
    answers,
    say: async (text: string) => {
      feed.enqueue(new TextEncoder().encode(text));
      await vi.advanceTimersByTimeAsync(0);
    },
    end: async () => {
      feed.close();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

async function listen() {
  const told: (LiveEvent['kind'] | 'open' | 'closed' | 'gap')[] = [];
  const controller = new AbortController();
  const client = createClient({
    origin: 'https://council.example',
    client: 'desktop',
    token: () => 'token-1',
  });
  const over = client.stream(liveRoutes.stream, {
    onEvent: ({ kind }) => void told.push(kind),
    onOpen: (isOpen) => void told.push(isOpen ? 'open' : 'closed'),
    onGap: () => void told.push('gap'),
    signal: controller.signal,
  });
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
  return { told, over, stop: () => controller.abort() };
}

const refusal =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, message: 'No.', requestId: 'r1' }, { status, headers });
const offline = () => Promise.reject(new TypeError('refused'));

describe('a stream of events', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(1);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('tells what comes, in whatever pieces, and leaves out what it does not know', async () => {
    const { say, asked } = service();
    const { told, stop } = await listen();
    expect(asked[0]?.headers).toEqual({
      'X-CSO-Client': 'desktop',
      Authorization: 'Bearer token-1',
      'X-Activity': 'passive',
    });
    await say(':\nid: 1\n\n');
    await say('id: 2\r\ndata: {"kind":"mess');
    await say('ages"}\r\n\r\nid: 3\ndata: {"kind":"weather"}\n\nid: 4\ndata: {"kind":"tasks"}\n');
    expect(told).toEqual(['open', 'messages']);
    await say('\n');
    expect(told).toEqual(['open', 'messages', 'tasks']);
    stop();
  });

  it('opens a lost stream again from the last id, and does not ask for a gap', async () => {
    const { say, end, asked } = service();
    const { told, stop } = await listen();
    await say('id: 7\ndata: {"kind":"inbox"}\n\n:\nid: 8\n\n');
    await end();
    expect(told).toEqual(['open', 'inbox', 'closed']);
    await pass(2 * SECOND);
    expect(asked[1]?.headers['Last-Event-ID']).toBe('8');
    expect(told).toEqual(['open', 'inbox', 'closed', 'open']);
    stop();
  });

  it('waits longer after each failure, at most a minute, and as long as the service says', async () => {
    const { answers, asked } = service();
    answers.push(offline, offline, offline, offline, offline, offline, offline);
    answers.push(refusal(503, 'TOO_BUSY', { 'Retry-After': '90' }), offline);
    const { stop } = await listen();
    const tries: number[] = [];
    for (let second = 0; second < 300; second += 1) {
      await pass(second === 0 ? 0 : SECOND);
      if (asked.length > tries.length) tries.push(second);
    }
    expect(tries).toEqual([0, 2, 6, 14, 30, 62, 122, 182, 272]);
    stop();
  });

  it('does not come back in the same moment as everybody else', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { answers, asked } = service();
    answers.push(offline);
    const { stop } = await listen();
    await pass(SECOND - 1);
    expect(asked).toHaveLength(1);
    await pass(1);
    expect(asked).toHaveLength(2);
    stop();
  });

  it('says when it opened late without a place to go on from', async () => {
    const { answers } = service();
    answers.push(offline);
    const { told, stop } = await listen();
    await pass(2 * SECOND);
    expect(told).toEqual(['closed', 'open', 'gap']);
    stop();
  });

  it('begins with a short wait again once a stream has lasted', async () => {
    const { answers, asked, say, end } = service();
    answers.push(offline, offline, offline);
    const { stop } = await listen();
    await pass(14 * SECOND);
    expect(asked).toHaveLength(4);
    await say(':\nid: 1\n\n');
    await pass(31 * SECOND);
    await end();
    await pass(2 * SECOND);
    expect(asked).toHaveLength(5);
    stop();
  });

  it('takes a line on which nothing is heard for dead', async () => {
    const { asked, say } = service();
    const { told, stop } = await listen();
    await pass(40 * SECOND);
    await say(':\nid: 1\n\n');
    await pass(49 * SECOND);
    expect(told).toEqual(['open']);
    await pass(3 * SECOND);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(told).toEqual(['open', 'closed', 'open']);
    stop();
  });

  it('ends with its signal: while it is open, and while it waits', async () => {
    const { answers, asked } = service();
    const open = await listen();
    open.stop();
    await open.over;
    expect(open.told).toEqual(['open', 'closed']);
    answers.push(offline);
    const waiting = await listen();
    waiting.stop();
    await waiting.over;
    await pass(60 * SECOND);
    expect(asked).toHaveLength(2);
  });

  it('ends when the session is over', async () => {
    const { answers, asked } = service();
    answers.push(refusal(401, 'NOT_SIGNED_IN'));
    await (
      await listen()
    ).over;
    await pass(60 * SECOND);
    expect(asked).toHaveLength(1);
  });
});
