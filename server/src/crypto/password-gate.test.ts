import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { PasswordGate, TooBusy } from './password-gate.js';

/** Work that runs until the test lets it end. */
function openWork(gate: PasswordGate, order: string[], name: string) {
  const end = Promise.withResolvers<void>();
  const ended = gate.run(async () => {
    order.push(name);
    await end.promise;
    return name;
  });
  return { ended, end: end.resolve, fail: end.reject };
}

it('runs as many at once as it may and the rest in order', async () => {
  const order: string[] = [];
  const gate = new PasswordGate(2, 10);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => openWork(gate, order, name));
  expect(order).toEqual(['a', 'b']);
  b!.end();
  expect(await b!.ended).toBe('b');
  expect(order).toEqual(['a', 'b', 'c']);
  a!.end();
  await a!.ended;
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  c!.end();
  d!.end();
  await Promise.all([c!.ended, d!.ended]);
});

it('turns the next away at once when the queue is full, and recovers', async () => {
  const order: string[] = [];
  const gate = new PasswordGate(1, 1);
  const [a, b] = [openWork(gate, order, 'a'), openWork(gate, order, 'b')];
  const failure: unknown = await openWork(gate, order, 'c').ended.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TooBusy);
  expect(failure).toMatchObject({ retryAfterSeconds: 2 });
  a.end();
  b.end();
  await Promise.all([a.ended, b.ended]);
  const d = openWork(gate, order, 'd');
  d.end();
  expect(await d.ended).toBe('d');
});

it('frees the slot of work that failed', async () => {
  const order: string[] = [];
  const gate = new PasswordGate(1, 1);
  const [a, b] = [openWork(gate, order, 'a'), openWork(gate, order, 'b')];
  a.fail(new Error('no'));
  await expect(a.ended).rejects.toThrow('no');
  b.end();
  expect(await b.ended).toBe('b');
});

it('leaves one core to everything else', async () => {
  const order: string[] = [];
  const gate = new PasswordGate();
  const slots = Math.max(1, availableParallelism() - 1);
  const all = Array.from({ length: slots + 1 }, (_, index) => openWork(gate, order, String(index)));
  expect(order).toHaveLength(slots);
  all.forEach(({ end }) => end());
  await Promise.all(all.map(({ ended }) => ended));
});
