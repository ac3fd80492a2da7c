import * as z from 'zod';

/** What a cso:// link may point at: a kind of record and its id, nothing else (ux 5). */
export const DeepLink = z.strictObject({
  kind: z.enum(['threads', 'tasks', 'people', 'invitations', 'activations', 'forms', 'documents']),
  id: z.uuid(),
});
export type DeepLink = z.infer<typeof DeepLink>;

/** Reads `cso://<kind>/<id>`; null for any link that carries more, or less, than that. */
export function parseDeepLink(text: string): DeepLink | null {
  const [, kind, id] = /^cso:\/\/([a-z]+)\/([0-9a-f-]{36})$/.exec(text) ?? [];
  return DeepLink.safeParse({ kind, id }).data ?? null;
}
