import type { Client } from '@cso/client';

/** After a key or a press the page may ask this long on the person's behalf. */
const PRESENT_MS = 5_000;

/**
 * A client whose reading keeps the session only just after the person did something, such as opening the page. What
 * the page asks by itself, for instance because something new came, says nothing about anybody being there
 * (security-rules 5.11).
 */
export function readAsPerson(client: Client): Client {
  let actedAt = performance.now();
  for (const type of ['keydown', 'pointerdown']) {
    document.addEventListener(type, () => (actedAt = performance.now()), { capture: true, passive: true });
  }
  return {
    ...client,
    call(route, ...[call]) {
      const isAlone = route.method === 'GET' && performance.now() - actedAt > PRESENT_MS;
      return client.call(route, ...([isAlone ? { ...call, isPassive: true } : call] as never));
    },
  };
}
