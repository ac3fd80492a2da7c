import type { FastifyInstance } from 'fastify';

const CSP = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What every reply says to the browser. Nothing of this service is kept, framed, sniffed or told to other sites. */
export const securityHeaders = (publicOrigin: string): Record<string, string> => ({
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  ...(publicOrigin.startsWith('https://')
    ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
    : {}),
});

export function addSecurityHeaders(server: FastifyInstance, publicOrigin: string): void {
  const always = securityHeaders(publicOrigin);
  server.addHook('onSend', async (_request, reply) => {
    void reply.headers(always);
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    if (!reply.hasHeader('Cross-Origin-Resource-Policy'))
      void reply.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
}
