import * as z from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function toOrigin(text: string): string | null {
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password) return null;
  if (url.pathname !== '/' || url.search || url.hash) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isSafe ? url.origin : null;
}

/** The origin of a server: https, or http on this computer. Paths and passwords are refused, not cut off. */
export const ServerOrigin = z
  .string()
  .max(2048)
  .transform((text, context) => {
    const origin = toOrigin(text);
    if (origin) return origin;
    context.addIssue({ code: 'custom', message: 'not an https origin' });
    return z.NEVER;
  });

/** The server in use, and whether the organisation manages it, so that the caseworker cannot change it. */
export const ServerConnection = z.object({ origin: z.string().nullable(), isManaged: z.boolean() });
export type ServerConnection = z.infer<typeof ServerConnection>;
