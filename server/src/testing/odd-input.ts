import type { Route } from '@cso/contract';
import { sampleInput } from './sample-input.js';

/** The parts of a request as they go over the wire. */
export interface Sent {
  readonly params?: Record<string, unknown>;
  readonly query?: string;
  /** None when it is left out. */
  readonly body?: string;
}

/** What a client would send that means well. */
export const wellFormed = (route: Route): Sent => ({
  ...(route.params ? { params: sampleInput(route.params) } : {}),
  ...(route.query ? { query: queryOf(sampleInput(route.query)) } : {}),
  ...(route.body ? { body: JSON.stringify(sampleInput(route.body)) } : {}),
});
const queryOf = (values: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();

const huge = 'a'.repeat(200_000);
const oddTexts = [
  '😀'.repeat(40),
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%s%n',
  '<script>',
  '\r\nSet-Cookie: a=b',
];
const wrongTypes = [null, [], {}, [[]], { a: { b: {} } }, huge, ['😀'], -1e308, 1.5];

/** Bodies that no schema takes. */
export function* brokenBodies(route: Route): Generator<string | undefined> {
  const sample = sampleInput(route.body!);
  for (const body of ['null', '5', '"text"', '[]', '[[{}]]', 'true', `"${huge}"`]) yield body;
  yield JSON.stringify({ ...sample, unexpected: '😀' });
  yield JSON.stringify({ ...sample, [huge]: 1 });
  yield `{"__proto__":{"isAdmin":true},${JSON.stringify(sample).slice(1)}`;
  yield `{"constructor":{"prototype":{"isAdmin":true}},${JSON.stringify(sample).slice(1)}`;
  for (const name of Object.keys(sample)) {
    for (const value of [{ a: 1 }, huge, [[]]]) yield JSON.stringify({ ...sample, [name]: value });
  }
}

/** Inputs that may or may not fit: whatever they meet behind the schema, it must answer. */
export function* oddInputs(route: Route): Generator<Sent> {
  const fit = wellFormed(route);
  yield fit;
  yield {};
  for (const text of oddTexts) {
    const everywhere = (schema: Route['body']) =>
      Object.fromEntries(Object.keys(schema?.shape ?? {}).map((name) => [name, text]));
    if (route.params && text !== '\ud800') yield { ...fit, params: everywhere(route.params) };
    if (route.query) yield { ...fit, query: queryOf(everywhere(route.query)) };
    if (route.query)
      yield { ...fit, query: `${encodeURIComponent(text.toWellFormed())}=1&a[]=1&__proto__=2` };
    for (const name of Object.keys(route.body?.shape ?? {}))
      yield { ...fit, body: JSON.stringify({ ...sampleInput(route.body!), [name]: text }) };
  }
  for (const name of Object.keys(route.body?.shape ?? {})) {
    for (const value of [...wrongTypes, undefined])
      yield { ...fit, body: JSON.stringify({ ...sampleInput(route.body!), [name]: value }) };
  }
}
