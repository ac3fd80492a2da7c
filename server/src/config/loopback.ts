const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', '[::1]']);

/** Whether the host, as a setting or a URL names it, is this machine and nothing else. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);
