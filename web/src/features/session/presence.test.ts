import type { Client } from '@cso/client';
import { accountRoutes, signInRoutes } from '@cso/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeClient } from '../../testing/fake-client';
import { readAsPerson } from './presence';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openPage() {
  const asked = fakeClient({ listMyAccounts: { items: [] }, recordActivity: {} });
  const client: Client = readAsPerson(asked);
  const read = async () => {
    await client.call(accountRoutes.listMine);
    return asked.sent.at(-1)?.isPassive ?? false;
  };
  return { client, asked, read };
}

it('reading keeps the session just after the page was opened, a key or a press, and not later', async () => {
  const { read } = openPage();
  expect(await read()).toBe(false);
  for (const type of ['keydown', 'pointerdown']) {
    vi.advanceTimersByTime(5_001);
    expect(await read()).toBe(true);
    document.dispatchEvent(new Event(type));
    expect(await read()).toBe(false);
  }
});

it('what changes something is always somebody’s act', async () => {
  const { client, asked } = openPage();
  vi.advanceTimersByTime(60_000);
  await client.call(signInRoutes.recordActivity);
  expect(asked.sent.at(-1)?.isPassive).toBeUndefined();
});
