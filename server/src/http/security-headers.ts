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
export function addSecurityHeaders(server: FastifyInstance, isHttps: boolean): void {
  server.addHook('onSend', async (request, reply) => {
    void reply.headers({
      'Content-Security-Policy': CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
    });
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    if (!reply.hasHeader('Cross-Origin-Resource-Policy'))
      void reply.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
}
